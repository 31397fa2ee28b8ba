package io.countersign.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SignedNoteTests {

	private static final SignedNote NOTE = new SignedNote("countersign/t/min/bridge-1", 3,
			TreeHash.ofEntry(Seal.sha256("x")), Instant.parse("2026-11-24T08:00:00Z"), Optional.empty());

	private final SealKey key = SealKey.generate("countersign/t/min/bridge-1");

	@Test
	void AU_03_aHeadIsSignedAndWhoeverHasThePublicKeyCanTell() {
		var signed = NOTE.signed(this.key);
		var read = SignedNote.parse(signed.text());

		assertThat(read.isSignedBy(VerifierKey.parse(this.key.verifier().toString()))).isTrue();
		assertThat(read.text()).isEqualTo(signed.text());
		assertThat(read.isSignedBy(SealKey.generate(this.key.name()).verifier())).isFalse();
		assertThat(SignedNote.parse(NOTE.text()).isSignedBy(this.key.verifier())).isFalse();
	}

	@Test
	void everyChangedLetterOfTheTextIsNoticed() {
		var text = NOTE.signed(this.key).text();
		for (var place = 0; place < text.length(); place++) {
			var letter = text.charAt(place);
			var changed = text.substring(0, place) + (char) (letter ^ 1) + text.substring(place + 1);
			assertThat(isBelieved(changed)).as(changed).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a\n1\nb\n",
			"a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime 2026-11-24T08:00:00Z\n",
			"a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime yesterday\n" })
	void whatIsNoHeadIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
	}

	@Test
	void AU_03_theKeyStaysInItsDirectory(@TempDir Path directory) throws Exception {
		var made = SealKey.in(directory.resolve("seal"), this.key.name());
		var again = SealKey.in(directory.resolve("seal"), this.key.name());

		assertThat(NOTE.signed(again).isSignedBy(made.verifier())).isTrue();
		assertThat(Files.getPosixFilePermissions(directory.resolve("seal/journal.key"))).hasSize(2);

		Files.writeString(directory.resolve("seal/journal.pub"), this.key.verifier().toString());
		assertThatIOException().isThrownBy(() -> SealKey.in(directory.resolve("seal"), this.key.name()))
			.withMessageContaining("not a pair");
	}

	private boolean isBelieved(String text) {
		try {
			return SignedNote.parse(text).isSignedBy(this.key.verifier());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
