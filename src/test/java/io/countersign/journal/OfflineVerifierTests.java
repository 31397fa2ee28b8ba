package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfflineVerifierTests extends SealedJournal {

	@Test
	void AU_04_theLastKeyProvesWhatThoseBeforeItHaveSealed() throws Exception {
		sealed(1);
		var first = key();
		replaceKey();
		sealed(2);
		replaceKey();
		sealed(3);
		var export = file("journal.zip", this.facts.exported(Optional.empty()));
		var proof = file("proof.zip", this.facts.exported(Optional.of("case/1")));
		var heads = this.directory.resolve("tree-heads.txt").toString();

		assertThat(said(0, export.toString(), "--key", key().toString(), "--heads", heads))
			.isEqualTo("OK: 3 entries are what was written, all of them up to " + this.facts.heads.last().at() + ".");
		assertThat(said(0, proof.toString(), "--key", key().toString())).startsWith("OK: 3 entries");
		assertThat(said(1, export.toString(), "--key", first.toString())).contains("The tree head at 2 is not signed");
	}

	@Test
	void AU_04_oneCaseIsProvedWithoutTheOthers() throws Exception {
		for (var number = 0; number < 37; number++) {
			this.facts.commit(Facts.Fact.of("case/" + number % 5, number));
		}
		this.facts.seal();
		var proof = file("proof.zip", this.facts.exported(Optional.of("case/3")));

		assertThat(said(0, proof.toString(), "--key", this.directory.resolve("journal.pub").toString()))
			.startsWith("OK: 7 entries are what was written, all of them up to ");
		assertThat(said(1, proof.toString(), "--key", SealKey.generate("other").verifier().toString()))
			.contains("is not signed by other");
	}

	@Test
	void AU_04_keptHeadsOfAnotherKeyAreNotPassedOverInSilence() throws Exception {
		sealed(1);
		var export = file("journal.zip", this.facts.exported(Optional.empty()));
		var heads = this.directory.resolve("tree-heads.txt");
		Files.writeString(heads, "not a head" + HeadFile.RULE, StandardOpenOption.APPEND);
		var others = Files.writeString(this.directory.resolve("others.txt"),
				kept().getFirst().signed(SealKey.generate("other")).text() + HeadFile.RULE);

		assertThat(said(0, export.toString(), "--key", key().toString(), "--heads", heads.toString()))
			.contains("1 of the kept heads are not signed", "OK: 1 entries");
		assertThat(said(2, export.toString(), "--key", key().toString(), "--heads", others.toString()))
			.contains("No head in");
	}

	@Test
	void AU_04_theCommandSaysHowItIsUsed() throws Exception {
		assertThat(said(2)).contains("--key");
		assertThat(said(2, "--key", key().toString())).contains("verify <export.zip>");
		assertThat(said(2, "nothing.zip", "--key", key().toString()))
			.contains("could not be checked: there is no file nothing.zip.");
		assertThat(said(2, "nothing.zip", "--key", "no key"))
			.contains("could not be checked: no key is neither a file nor a key.");
	}

	@Test
	void AU_04_anExportThatWasCutOffIsNoneAndIsSaidToBe() throws Exception {
		sealed(1);
		var whole = this.facts.exported(Optional.empty());
		var cut = Files.write(this.directory.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 40));
		var text = Files.writeString(this.directory.resolve("export.txt"), "no export");

		for (var file : List.of(cut, text)) {
			assertThat(said(2, file.toString(), "--key", key().toString())).contains("it may have been cut off")
				.doesNotContain("Exception");
		}
	}

	private static String said(int status, String... arguments) {
		var said = new ByteArrayOutputStream();
		assertThat(OfflineVerifier.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)))
			.isEqualTo(status);
		return said.toString(StandardCharsets.UTF_8).strip();
	}

	private Path file(String name, byte[] bytes) throws IOException {
		return Files.write(this.directory.resolve(name), bytes);
	}

}
