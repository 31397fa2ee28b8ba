package io.countersign.verdicts.header;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The fields that are lists of tags, and the one that is a single word. */
class FieldTagsTests {

	@Test
	void VA_16_theTagsOfASignatureAreRead() {
		var whole = DkimSignature
			.parse("v=1; a=rsa-sha256; d=Partner.example; s=x; h=Subject : FROM; bh=l=5;\tb=AAAA BBBB=;")
			.orElseThrow();

		assertThat(whole.domain()).contains("partner.example");
		assertThat(whole.coversAPart()).isFalse();
		assertThat(whole.fields()).containsExactly("subject", "from");
		assertThat(DkimSignature.parse("d=partner.example; h=to:subject; b=A"))
			.hasValueSatisfying((part) -> assertThat(part.coversAPart()).isTrue());
		assertThat(DkimSignature.parse("d=partner.example; l = 10; b=A"))
			.hasValueSatisfying((part) -> assertThat(part.coversAPart()).isTrue());
	}

	@Test
	void VA_16_theTimesOfASignatureAreRead() {
		var signature = DkimSignature.parse("d=a; h=from; t=1795514397; x=1796119197").orElseThrow();

		assertThat(signature.signedAt()).contains(Instant.parse("2026-11-24T09:59:57Z"));
		assertThat(signature.endsAt()).contains(Instant.parse("2026-12-01T09:59:57Z"));
		assertThat(signature.hasStrangeTimes()).isFalse();
		assertThat(DkimSignature.parse("d=a; t=9999999999999").orElseThrow().hasStrangeTimes()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "d=a; d=b", "d", "=a", "d=a;; b=c", "d e=a" })
	void VA_16_whatIsNoListOfTagsIsNotRead(String field) {
		assertThat(DkimSignature.parse(field)).isEmpty();
	}

	@Test
	void VA_15_theKeysOfAReportAreReadAlsoWhenTheyStandTwice() {
		var report = AntispamReport.parse("CIP:2001:db8::1;CTRY:;LANG:da;SCL:1;cat:none;SFS:(1)(2);SFS:(3);DIR:INB;")
			.orElseThrow();

		assertThat(report.all("CAT")).containsExactly("NONE");
		assertThat(report.all("SFS")).containsExactly("(1)(2)", "(3)");
		assertThat(report.all("CIP")).containsExactly("2001:DB8::1");
		assertThat(AntispamReport.parse("SCL:1;nonsense")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "mail.partner.example,partner.example", "partner.example,partner.example", "a.b.gov.uk,b.gov.uk",
			"x.y.co.uk,y.co.uk", "example,example", "MIN.dk,min.dk", "a.min.dk,min.dk", "one.github.io,one.github.io" })
	void VA_12_theOrganisationalDomainIsOneBelowThePublicSuffix(String domain, String organisation) {
		assertThat(OrganisationalDomain.of(domain)).contains(organisation);
	}

	@Test
	void VA_12_twoTenantsOfOneHostAreTwoOrganisations() {
		assertThat(OrganisationalDomain.sharedBy("one.github.io", "two.github.io")).isFalse();
		assertThat(OrganisationalDomain.sharedBy("a.co.uk", "b.co.uk")).isFalse();
		assertThat(OrganisationalDomain.sharedBy("mail.min.dk", "min.dk")).isTrue();
		assertThat(OrganisationalDomain.sharedBy("", "")).isFalse();
	}

}
