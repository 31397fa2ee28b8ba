package io.countersign.verdicts.header;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.countersign.support.CpuTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ContentUtil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever stands in a field: it is read in one way, in time, or not at all. */
class HeaderGrammarProperties {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final int FIELD = 65_536;

	@Property(tries = 20_000, seed = "20261125")
	void VA_01_anAuthorWeReadIsTheAuthorOthersRead(@ForAll("addressFields") String field) {
		AddressField.parse(field).ifPresent((read) -> {
			var bytes = ContentUtil.encode(StandardCharsets.ISO_8859_1, field);
			var others = LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()))
				.flatten();
			assertThat(others).as(field).hasSize(1);
			assertThat(others.getFirst().getAddress().toLowerCase(Locale.ROOT)).as(field)
				.isEqualTo(read.address().value());
		});
	}

	@Property(tries = 20_000, seed = "20261125")
	void VA_10_noResultComesOutOfACommentOrAQuote(@ForAll("reports") String inside, @ForAll boolean quoted) {
		var hidden = inside.replaceAll("[()\"\\\\]", "");
		var field = "mx.example; spf=fail " + (quoted ? "reason=\"" + hidden + "\"" : "(" + hidden + ")");

		assertThat(AuthenticationResults.parse(field))
			.hasValueSatisfying((read) -> assertThat(read.results()).hasSize(1));
	}

	@Property(tries = 20_000, seed = "20261125")
	void VA_10_noWayOfWritingFailsAnythingButTheField(@ForAll("reports") String field) {
		assertThatCode(() -> readByAll(field)).doesNotThrowAnyException();
	}

	@Property(tries = 300, seed = "20261125")
	void VA_10_aFieldAsLongAsItMayBeCostsNoTime(@ForAll("parts") String part, @ForAll("parts") String end,
			@ForAll @IntRange(min = FIELD / 2, max = FIELD) int length) {
		var field = part.repeat(length / part.length()) + end;

		assertThat(CpuTime.of(() -> readByAll(field))).isLessThan(PATIENCE);
	}

	@Provide
	Arbitrary<String> addressFields() {
		return joined(List.of("anna@min.example", "eve@evil.example", "<anna@min.example>", "<eve@evil.example>", "\"",
				"(", ")", "<", ">", ",", ";", ":", "@", "\\", " ", "\t", "Anna", "=?utf-8?Q?anna=40min.example?=", ".",
				"\"Holm, Anna\"", "(x)", "@evil.example:", "[", "]", "\u00e6"), 6);
	}

	@Provide
	Arbitrary<String> reports() {
		return joined(
				List.of("dmarc", "dkim", "pass", "fail", "=", ";", " ", ".", "header", "from", "min.example", "(", ")",
						"\"", "\\", "/", "1", ",", "none", "reason", "\t", "by", "[10.0.0.1]", "d", "l", ":", "SCL"),
				14);
	}

	@Provide
	Arbitrary<String> parts() {
		return Arbitraries.of("(", ")", "\"", "\\", "<", "a ", "=", ";", "a=b;", "a:b;", " ", "[1]", ".", "a.", "@",
				",", "(a)", "\"a\" ", "dkim=pass;", "from ", "=?", "::", "0:");
	}

	private static Arbitrary<String> joined(List<String> parts, int most) {
		return Arbitraries.of(parts).list().ofMinSize(1).ofMaxSize(most).map((all) -> String.join("", all));
	}

	private static void readByAll(String field) {
		AddressField.parse(field);
		AuthenticationResults.parse(field);
		ReceivedField.parse(field);
		DkimSignature.parse(field);
		AntispamReport.parse(field);
		IpRange.address(field);
	}

}
