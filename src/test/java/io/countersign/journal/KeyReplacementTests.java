package io.countersign.journal;

import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyReplacementTests extends SealedJournal {

	@Test
	void AU_03_aKeyThatIsReplacedSaysHowFarItCameAndTheJournalStaysWhole() throws Exception {
		sealed(1);
		sealed(2);
		var before = key();

		replaceKey();
		sealed(3);

		assertThat(key().toString()).isNotEqualTo(before.toString());
		assertThat(this.facts.sealing.keyring().former()).singleElement().satisfies((note) -> {
			assertThat(note.former().toString()).isEqualTo(before.toString());
			assertThat(note.size()).isEqualTo(2);
		});
		assertThat(this.facts.verifier.verify().fault()).isEmpty();
		assertThat(this.facts.restarted().verifier.verify().fault()).isEmpty();
	}

	@Test
	void AU_03_theJournalSaysOnceThatAnotherKeySealsIt() throws Exception {
		sealed(1);
		replaceKey();
		var replacements = new KeyReplacements(this.facts.sealing, (event) -> this.facts.commit((Journaled) event));

		replacements.tell();
		replacements.tell();

		assertThat(this.facts.journal.ofStream("journal", 0, 10)).singleElement().satisfies((entry) -> {
			assertThat(entry.type()).isEqualTo("journal.key-replaced");
			assertThat(entry.data()).containsEntry("key", key().toString());
		});
	}

	@Test
	void AU_03_aReplacedKeySignsNoHeadAnyMore() throws Exception {
		sealed(1);
		var former = SealKey.in(this.directory, "countersign" + Facts.ORIGIN.source());
		replaceKey();
		sealed(2);

		noteOf(2, SignedNote.parse(this.facts.heads.ofSize(2).orElseThrow().note()).signed(former).text());

		assertThat(this.facts.verifier.verify().fault())
			.contains("The tree head at 2 is not signed by the key that seals the journal.");
	}

	@Test
	void AU_03_aReplicaThatStillRunsSealsByTheKeyAnotherHasMade() throws Exception {
		sealed(1);
		var running = this.facts;
		replaceKey();

		running.commit(Facts.Fact.of("case/1", 2));
		running.seal();

		assertThat(running.heads.ofSize(2)).isPresent();
		for (var replica : List.of(running, this.facts, this.facts.restarted())) {
			assertThat(replica.verifier.verify().fault()).isEmpty();
		}
	}

	@Test
	void AU_03_aReplicaThatCannotReadTheNewKeySealsNothing() throws Exception {
		sealed(1);
		var running = this.facts;
		replaceKey();
		Files.move(this.directory.resolve("journal.key"), this.directory.resolve("elsewhere"));

		running.commit(Facts.Fact.of("case/1", 2));

		assertThatIllegalStateException().isThrownBy(running::seal).withMessageContaining("journal.key is missing");
		assertThat(running.heads.ofSize(2)).isEmpty();
	}

	@Test
	void AU_03_replicasThatStartAtTheSameMomentMakeOneKey() throws Exception {
		sealed(1);
		Files.delete(this.directory.resolve("journal.key"));

		try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
			var replicas = starting.invokeAll(Collections.<Callable<Facts>>nCopies(4, this.facts::restarted));
			for (var replica : replicas) {
				assertThat(replica.get().sealing.keyring().current().toString()).isEqualTo(key().toString());
				assertThat(replica.get().sealing.keyring().former()).hasSize(1);
			}
		}
	}

	@Test
	void AU_05_aKeyIsNotReplacedToHideThatHeadsWereCutOff() throws Exception {
		sealed(1);
		sealed(2);
		cutOffBehind(1);

		replaceKey();

		assertThat(this.facts.verifier.verify().fault().orElse(""))
			.startsWith("The journal is not the one whose tree head at 2 was kept on ");
	}

	@Test
	void AU_03_aKeyThatHasNotSealedThisJournalIsReplacedByNone() throws Exception {
		sealed(1);
		Files.writeString(this.directory.resolve("journal.pub"),
				SealKey.generate("countersign" + Facts.ORIGIN.source()).verifier().toString());
		Files.delete(this.directory.resolve("journal.key"));

		assertThatIllegalStateException().isThrownBy(this.facts::restarted)
			.withMessageContaining("is not signed by journal.pub");
	}

}
