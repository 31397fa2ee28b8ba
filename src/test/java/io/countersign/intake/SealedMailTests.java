package io.countersign.intake;

import java.nio.charset.StandardCharsets;

import io.countersign.verdicts.signature.Signer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails whose text lies inside a container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedMailTests {

	private Signer anna;

	@BeforeAll
	void annaHasACertificate() throws Exception {
		this.anna = Signer.authority("Statens CA").issue("anna.holm@min.example", -30, 30);
	}

	@Test
	void VA_18_theTextInsideASignatureIsWhatTheMailSays() throws Exception {
		var mail = read(this.anna.sealed("Godkendt, ærede kollega", Signer.NOW));

		assertThat(mail.content().text()).contains("Godkendt, ærede kollega");
		assertThat(mail.parts()).isEmpty();
		assertThat(mail.remarks()).isEmpty();
		assertThat(mail.evidence().mediaType()).isEqualTo("application/pkcs7-mime");
	}

	@Test
	void VA_18_anEncryptedMailIsShownAsUnreadable() throws Exception {
		var mail = read(this.anna.encrypted("Godkendt"));

		assertThat(mail.content()).isEqualTo(Content.NONE);
		assertThat(mail.remarks())
			.containsExactly("It is encrypted, or sealed in another way; what it says cannot be read.");
		assertThat(mail.parts()).singleElement().extracting(Part::name).isEqualTo("smime.p7m");
	}

	@Test
	void VA_18_whatIsNoContainerSaysNothing() throws Exception {
		assertThat(read(Signer.container("signed-data", "Godkendt".getBytes(StandardCharsets.UTF_8))).content())
			.isEqualTo(Content.NONE);
	}

	private static Message read(String mail) {
		return Mails.parse(mail.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
	}

}
