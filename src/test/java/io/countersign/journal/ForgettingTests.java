package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people wrote can be forgotten, and everything else still be proved. */
class ForgettingTests {

	private static final String WORD = "kanariefugl";

	@TempDir
	Path directory;

	private Facts facts = new Facts();

	@BeforeEach
	void twoCasesAreInTheJournal() {
		this.facts = new Facts(new SealProperties(this.directory, null, Duration.ZERO));
		for (var stream : List.of("case/going", "case/staying")) {
			this.facts.commit(new Facts.Fact(stream, "change-1", Map.of("number", 1, "word", WORD)),
					new Facts.Fact(stream, "change-2", Map.of("number", 2, "word", WORD)));
		}
	}

	@Test
	void DP_03_anEntryKeepsASaltedHashOfWhatPeopleWroteAndItsReadersTheWords() {
		assertThat(this.facts.journal.ofStream("case/going", 0, 10)).extracting(Entry::data)
			.containsExactly(Map.of("number", 1, "word", WORD), Map.of("number", 2, "word", WORD));
		assertThat(kept("select data::text from entry")).hasSize(4)
			.doesNotHaveDuplicates()
			.noneMatch((data) -> data.contains(WORD))
			.allMatch((data) -> data.contains("words_sha256"));
	}

	@Test
	void DP_03_whatIsForgottenIsNowhereAndTheChainHolds() throws IOException {
		forget();

		assertThat(this.facts.journal.ofStream("case/going", 0, 10)).extracting(Entry::type)
			.containsExactly("note.added", "note.added", "words.forgotten");
		assertThat(this.facts.journal.ofStream("case/going", 0, 10)).extracting(Entry::data)
			.containsExactly(Map.of("number", 1), Map.of("number", 2), Map.of());
		assertThat(this.facts.journal.ofStream("case/staying", 0, 10)).extracting(Entry::data)
			.allMatch((data) -> WORD.equals(data.get("word")));
		assertThat(this.facts.journal.verify().fault()).isEmpty();
		this.facts.seal();
		assertThat(verified(Optional.of("case/going"))).startsWith("OK: 3 entries")
			.contains("Of 2 entries words are not in it");
		assertThat(verified(Optional.of("case/staying"))).startsWith("OK: 2 entries").doesNotContain("not in it");
		assertThat(verified(Optional.empty())).startsWith("OK: 5 entries").contains("Of 2 entries words");
	}

	@Test
	void whatHasNothingToForgetSaysNothing() {
		forget();
		forget();
		this.facts.transactions.executeWithoutResult((_) -> this.facts.journal.forget(List.of("case/none")));

		assertThat(this.facts.journal.ofStream("case/going", 0, 10)).hasSize(3);
		assertThat(this.facts.journal.ofStream("case/none", 0, 10)).isEmpty();
	}

	@Test
	void AU_01_wordsThatWereChangedOrTakenAwayWithoutAWordAreFound() {
		assertThat(faultAfter("update entry_words set words = jsonb_set(words, '{word,value}', '\"spurv\"') "
				+ "where position = (select min(position) from entry_words)"))
			.contains("The words of entry 1 of case/going are not those that were written.");
		assertThat(faultAfter("delete from entry_words where position = (select max(position) from entry_words)"))
			.contains("The words of entry 2 of case/staying are gone, and nobody has forgotten them.");
		forget();
		this.facts.commit(Facts.Fact.of("case/going", 3));
		assertThat(faultAfter("delete from entry_words where position = (select max(position) from entry_words)"))
			.contains("The words of entry 4 of case/going are gone, and nobody has forgotten them.");
	}

	@Test
	void AU_02_wordsAreNotChanged() {
		for (var sql : List.of("update entry_words set words = '{}'", "truncate entry_words")) {
			assertThatThrownBy(() -> this.facts.database.sql(sql).update()).as(sql)
				.isInstanceOf(DataAccessException.class)
				.rootCause()
				.hasMessageContaining("only ever added to");
		}
	}

	private void forget() {
		this.facts.transactions.executeWithoutResult((_) -> this.facts.journal.forget(List.of("case/going")));
	}

	private Optional<String> faultAfter(String sql) {
		return Optional.ofNullable(this.facts.transactions.execute((status) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			assertThat(this.facts.database.sql(sql).update()).isPositive();
			var fault = this.facts.journal.verify().fault().orElse(null);
			status.setRollbackOnly();
			return fault;
		}));
	}

	private List<String> kept(String sql) {
		return this.facts.database.sql(sql).query((row, _) -> row.getString(1)).list();
	}

	private String verified(Optional<String> stream) throws IOException {
		var export = Files.write(this.directory.resolve("export.zip"), this.facts.exported(stream));
		var said = new ByteArrayOutputStream();
		OfflineVerifier.run(List.of(export.toString(), "--key", this.directory.resolve("journal.pub").toString()),
				new PrintStream(said, true, StandardCharsets.UTF_8));
		return said.toString(StandardCharsets.UTF_8);
	}

}
