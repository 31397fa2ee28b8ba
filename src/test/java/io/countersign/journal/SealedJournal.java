package io.countersign.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal for each test, whose heads are signed and kept in a directory of its own. */
abstract class SealedJournal {

	@TempDir
	Path directory;

	Facts facts;

	@BeforeEach
	void aJournalHasAKey() {
		this.facts = new Facts(new SealProperties(this.directory, null, Duration.ZERO));
	}

	void sealed(int number) {
		this.facts.commit(Facts.Fact.of("case/1", number));
		this.facts.seal();
		this.facts.carry();
	}

	List<SignedNote> kept() {
		try (var notes = HeadFile.in(this.directory).notes()) {
			return notes.toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	VerifierKey key() {
		try {
			return VerifierKey.parse(Files.readString(this.directory.resolve("journal.pub")));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** As when it is lost, or put away on purpose, and the product is started again. */
	void replaceKey() throws IOException {
		Files.delete(this.directory.resolve("journal.key"));
		this.facts = this.facts.restarted();
	}

	void noteOf(long size, String note) {
		this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			this.facts.database.sql("update tree_head set note = :note where size = :size")
				.param("note", note)
				.param("size", size)
				.update();
		});
	}

	void cutOffBehind(int size) {
		this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			this.facts.database.sql("delete from tree_head where size > :size").param("size", size).update();
			this.facts.database.sql("delete from entry where sequence > :size").param("size", size).update();
			this.facts.database
				.sql("update stream_head set sequence = :size, hash = (select hash from entry where sequence = :size)")
				.param("size", size)
				.update();
		});
	}

}
