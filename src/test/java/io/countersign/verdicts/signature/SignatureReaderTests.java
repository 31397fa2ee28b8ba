package io.countersign.verdicts.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;

import io.countersign.verdicts.MailSignature;
import io.countersign.verdicts.MailSignature.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureReaderTests {

	private static final String ANNA = "Anna.Holm@min.example";

	private static final long SEED = 20_261_126;

	private Signer authority;

	private Signer anna;

	@BeforeAll
	void anAuthorityHasGivenAnnaACertificate() throws Exception {
		this.authority = Signer.authority("Statens CA");
		this.anna = this.authority.issue(ANNA, -30, 30);
	}

	@Test
	void VA_18_aSignatureIsReadWithItsAddressItsAuthorityAndItsTime() throws Exception {
		var signature = read(this.anna.mail("Godkendt", Signer.NOW, "SHA256"));

		assertThat(signature.state()).isEqualTo(State.VALID);
		assertThat(signature.addresses()).containsExactly("anna.holm@min.example");
		assertThat(signature.authority()).contains("CN=Statens CA");
		assertThat(signature.signedAt()).contains(Signer.NOW);
	}

	@Test
	void VA_18_lineEndsThatAServerHasWrittenAnewChangeNothing() throws Exception {
		var mail = this.anna.mail("Godkendt", Signer.NOW, "SHA256");

		assertThat(read(mail.replace("\r\n", "\n")).state()).isEqualTo(State.VALID);
	}

	@Test
	void VA_18_anotherWordUnderTheSignatureBreaksIt() throws Exception {
		var mail = this.anna.mail("Ikke godkendt", Signer.NOW, "SHA256");

		assertThat(read(mail.replace("Ikke godkendt", "Godkendt")).state()).isEqualTo(State.BROKEN);
		assertThat(read(mail.replace("--=_signed--", "--=_signed\r\n\r\nGodkendt\r\n--=_signed--")).state())
			.isEqualTo(State.BROKEN);
		assertThat(read(mail.replace("--=_signed--", "")).state()).isEqualTo(State.BROKEN);
		assertThat(read("").state()).isEqualTo(State.BROKEN);
	}

	@Test
	void VA_18_noDamageMakesAnotherTextValid() throws Exception {
		var mail = this.anna.mail("Godkendt, Anna", Signer.NOW, "SHA256");
		var from = mail.indexOf("Content-Type: text/plain");
		var random = new Random(SEED);
		for (var trial = 0; trial < 300; trial++) {
			var changed = new StringBuilder(mail);
			var place = from + random.nextInt("Content-Type: text/plain; charset=utf-8\r\n\r\nGodkendt, Anna".length());
			changed.setCharAt(place, (char) (changed.charAt(place) ^ (1 + random.nextInt(7))));
			assertThat(read(changed.toString()).state()).as(changed.toString()).isNotEqualTo(State.VALID);
		}
	}

	@Test
	void VA_18_anUnknownAuthorityProvesNothing() throws Exception {
		var stranger = Signer.authority("Statens CA").issue(ANNA, -30, 30);

		assertThat(read(stranger.mail("Godkendt", Signer.NOW, "SHA256")).state()).isEqualTo(State.UNKNOWN_AUTHORITY);
		assertThat(Signer.read(this.anna.mail("Godkendt", Signer.NOW, "SHA256")).state())
			.isEqualTo(State.UNKNOWN_AUTHORITY);
	}

	@Test
	void VA_18_somebodyWithACertificateIsNoAuthority() throws Exception {
		var forged = this.anna.issue("bo.lind@min.example", -30, 30);

		assertThat(read(forged.mail("Godkendt", Signer.NOW, "SHA256")).state()).isEqualTo(State.UNKNOWN_AUTHORITY);
	}

	@Test
	void VA_18_aCertificateThatHasRunOutIsNotInForce() throws Exception {
		var old = this.authority.issue(ANNA, -60, -30);

		assertThat(read(old.mail("Godkendt", Signer.NOW.minusSeconds(86_400L * 40), "SHA256")).state())
			.isEqualTo(State.NOT_IN_FORCE);
		assertThat(read(old.mail("Godkendt", Signer.NOW, "SHA256")).state()).isEqualTo(State.NOT_IN_FORCE);
	}

	@Test
	void VA_18_aWeakDigestHoldsNothing() throws Exception {
		assertThat(read(this.anna.mail("Godkendt", Signer.NOW, "SHA1")).state()).isEqualTo(State.BROKEN);
	}

	@Test
	void VA_18_aTextInsideItsSignatureIsVerifiedToo() throws Exception {
		var signature = sealed(this.anna.sealed("Godkendt", Signer.NOW)).orElseThrow();

		assertThat(signature.state()).isEqualTo(State.VALID);
		assertThat(signature.addresses()).containsExactly("anna.holm@min.example");
		assertThat(sealed(Signer.authority("Statens CA").issue(ANNA, -30, 30).sealed("Godkendt", Signer.NOW)))
			.map(MailSignature::state)
			.contains(State.UNKNOWN_AUTHORITY);
	}

	@Test
	void VA_18_noDamageMakesAnotherTextInsideItValid() throws Exception {
		var mail = this.anna.sealed("Godkendt, Anna", Signer.NOW);
		var from = mail.indexOf("\r\n\r\n") + 4;
		var bytes = Base64.getMimeDecoder().decode(mail.substring(from));
		var words = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Content-Type: text/plain");
		var random = new Random(SEED);
		for (var trial = 0; trial < 300; trial++) {
			var changed = bytes.clone();
			changed[words + random.nextInt(40)] ^= (byte) (1 + random.nextInt(255));
			assertThat(sealed(Signer.container("signed-data", changed)).map(MailSignature::state))
				.isNotEqualTo(Optional.of(State.VALID));
		}
	}

	@Test
	void VA_18_whatIsEncryptedIsNotSigned() throws Exception {
		assertThat(sealed(this.anna.encrypted("Godkendt"))).isEmpty();
		assertThat(sealed(Signer.container("signed-data", new byte[0]))).isEmpty();
		assertThat(sealed(Signer.container("signed-data", nested(200_000)))).isEmpty();
		assertThat(sealed("From: x\r\nContent-Type: application/pkcs7-mime\r\n\r\nMII!")).isEmpty();
	}

	/** Sequences of no stated length, each in another. */
	private static byte[] nested(int deep) {
		var bytes = new byte[2 * deep];
		for (var at = 0; at < bytes.length; at += 2) {
			bytes[at] = 0x30;
			bytes[at + 1] = (byte) 0x80;
		}
		return bytes;
	}

	private Optional<MailSignature> sealed(String mail) {
		return Signer.readSealed(mail, this.authority.certificate());
	}

	private MailSignature read(String mail) {
		return Signer.read(mail, this.authority.certificate());
	}

}
