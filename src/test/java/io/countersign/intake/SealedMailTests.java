package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.countersign.verdicts.signature.Signer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails whose text lies inside a container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedMailTests {

	@TempDir
	private Path directory;

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

	@Test
	@Timeout(180)
	void IN_12_fourSealedMailsOf19MegabytesAreReadAtATimeIn256MegabytesOfHeap() throws Exception {
		var mail = this.anna.sealed("Godkendt\r\n".repeat(1_400_000), Signer.NOW).getBytes(StandardCharsets.UTF_8);
		assertThat(mail.length).isBetween(18_000_000, SealedMail.LARGEST);
		var file = Files.write(this.directory.resolve("sealed.eml"), mail);

		var readers = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-cp", System.getProperty("java.class.path"), SealedMailReaders.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		var said = new String(readers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(said.lines()).filteredOn("Godkendt"::equals).as(said).hasSize(4);
	}

	private static Message read(String mail) {
		return Mails.parse(mail.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
	}

}
