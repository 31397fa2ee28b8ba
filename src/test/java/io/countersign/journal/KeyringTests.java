package io.countersign.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which key is believed about which head. */
class KeyringTests {

	private static final String ORIGIN = "countersign/t/min/bridge-1";

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private static final TreeHash ROOT = TreeHash.ofEntry("a".repeat(64));

	private final SealKey first = SealKey.generate(ORIGIN);

	private final SealKey second = SealKey.generate(ORIGIN);

	private final SealKey third = SealKey.generate(ORIGIN);

	private final Keyring ring = Keyring.of(this.third.verifier(),
			List.of(note(this.second, this.first, 10), note(this.third, this.second, 20)));

	@Test
	void AU_03_eachKeyIsBelievedAboutTheHeadsOfItsTimeOnly() {
		assertThat(this.ring.former()).hasSize(2);
		for (var size : List.of(1L, 10L)) {
			assertThat(this.ring.hasSigned(head(this.first, size))).isTrue();
			assertThat(this.ring.hasSigned(head(this.second, size))).isFalse();
			assertThat(this.ring.hasSigned(head(this.third, size))).isFalse();
		}
		assertThat(this.ring.hasSigned(head(this.second, 11))).isTrue();
		assertThat(this.ring.hasSigned(head(this.first, 11))).isFalse();
		assertThat(this.ring.hasSigned(head(this.third, 21))).isTrue();
		assertThat(this.ring.hasSigned(head(this.second, 21))).isFalse();
	}

	@Test
	void AU_03_theLastHeadOfAKeyIsTheOneThatTheNextKeyNames() {
		var other = new SignedNote(ORIGIN, 10, TreeHash.EMPTY, AT, Optional.empty()).signed(this.first);

		assertThat(this.ring.hasSigned(other)).isFalse();
	}

	@Test
	void AU_03_whatAStrangerSaysOfAFormerKeySaysNothing() {
		var stranger = SealKey.generate(ORIGIN);
		var claimed = Keyring.of(this.third.verifier(), List.of(note(stranger, stranger, 30),
				note(stranger, this.second, 30), note(this.second, this.first, 10)));

		assertThat(claimed.former()).isEmpty();
		assertThat(claimed.hasSigned(head(this.first, 5))).isFalse();
	}

	@Test
	void AU_03_aFormerKeyVouchesForNoneThatGoesFurtherThanItself() {
		var beyond = Keyring.of(this.third.verifier(),
				List.of(note(this.third, this.second, 20), note(this.second, this.first, 21)));

		assertThat(beyond.former()).hasSize(1);
		assertThat(beyond.hasSigned(head(this.first, 5))).isFalse();
	}

	@Test
	void AU_03_aNoteIsReadAsItWasWrittenAndWhatIsNoneIsPassedOver() {
		var note = note(this.second, this.first, 10);

		var read = HandOver.read(note.text() + HeadFile.RULE + "countersign/t/mi" + HeadFile.RULE + note.text());

		assertThat(read).hasSize(2).allSatisfy((one) -> assertThat(one.text()).isEqualTo(note.text()));
		assertThat(read.getFirst().isSignedBy(this.second.verifier())).isTrue();
		assertThat(HandOver.read(note.text().replace("\n10\n", "\n99\n")).getFirst().isSignedBy(this.second.verifier()))
			.isFalse();
	}

	private static HandOver note(SealKey by, SealKey former, long size) {
		return HandOver.signed(by, ORIGIN, former.verifier(), size, ROOT, AT);
	}

	private static SignedNote head(SealKey by, long size) {
		return new SignedNote(ORIGIN, size, ROOT, AT, Optional.empty()).signed(by);
	}

}
