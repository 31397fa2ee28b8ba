package io.countersign.journal;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** One thousand ways to change the stored journal behind its back, each tried alone. */
@Execution(ExecutionMode.CONCURRENT)
class TamperingTests {

	private static final long SEED = 20_261_124;

	private static final int TRIALS = 1_000;

	private static final int ENTRIES = 60;

	private final Facts facts = new Facts();

	/** Whoever forges has a key, only not ours. */
	private final SealKey other = SealKey.generate("countersign" + Facts.ORIGIN.source());

	private final Random random = new Random(SEED);

	@BeforeEach
	void aJournalOfManyStreamsIsSealed() {
		for (var number = 0; number < ENTRIES; number++) {
			this.facts.commit(Facts.Fact.of("case/" + number % 12, number));
			if (number % 20 == 19) {
				this.facts.seal();
			}
		}
		this.facts.commit(Facts.Fact.of("case/alone", 1));
		this.facts.seal();
		this.facts.carry();
		assertThat(this.facts.journal.verify().intact()).isTrue();
	}

	@Test
	void AU_01_everyTamperingIsFound() {
		var found = IntStream.range(0, TRIALS).filter((_) -> isFound(tampering())).count();

		System.out.printf("Tamperings found: %d of %d (seed %d)%n", found, TRIALS, SEED);
		assertThat(found).isEqualTo(TRIALS);
	}

	/**
	 * The triggers are off as for somebody who owns the tables; everything is rolled
	 * back.
	 */
	private boolean isFound(Runnable tampering) {
		return Boolean.FALSE.equals(this.facts.transactions.execute((status) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			tampering.run();
			var intact = this.facts.journal.verify().intact();
			status.setRollbackOnly();
			return intact;
		}));
	}

	private Runnable tampering() {
		var from = this.random.nextInt(ENTRIES);
		return switch (this.random.nextInt(16)) {
			case 12 -> () -> new JournalForger(this.facts).writeAnew(from, SignedNote::body);
			case 13 -> () -> new JournalForger(this.facts).writeAnew(from, (note) -> note.signed(this.other).text());
			case 14 -> () -> new JournalForger(this.facts).letThemBeSealedAgain(from);
			case 15 -> () -> new JournalForger(this.facts).cutOff(from);
			default -> one(row());
		};
	}

	private Runnable one(String sql) {
		return () -> assertThat(this.facts.database.sql(sql).update()).as(sql).isPositive();
	}

	private String row() {
		var one = "where position = (select position from entry offset %d limit 1)"
			.formatted(this.random.nextInt(ENTRIES));
		var value = this.random.nextInt(1_000_000);
		return switch (this.random.nextInt(14)) {
			case 0 -> "update entry set actor = 'p_%d' %s".formatted(value, one);
			case 1 -> "update entry set data = jsonb_set(data, '{number}', '%d') %s".formatted(value + ENTRIES, one);
			case 2 -> "update entry set type = 'verdict.recorded' " + one;
			case 3 -> "update entry set at = at + interval '%d microseconds' %s".formatted(value + 1, one);
			case 4 -> "delete from entry " + one;
			case 5 -> "update entry set event_id = 'ev_%d' %s".formatted(value, one);
			case 6 -> "update entry set mode = 'backfill' " + one;
			case 7 -> "update entry set hash = md5('%d') %s".formatted(value, one);
			case 8 ->
				"""
						insert into entry (transaction, stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
						select transaction, stream, sequence + 1, 'note.added', 'ev_forged', now(), 'system', 'live', '{}', hash, md5('%d')
						from entry where stream = 'case/%d' order by sequence desc limit 1"""
					.formatted(value, value % 12);
			case 9 -> "delete from entry where stream = 'case/%d'".formatted(value % 12);
			case 10 -> """
					with gone as (delete from entry where stream = 'case/alone' returning stream)
					delete from stream_head where stream in (select stream from gone)""";
			case 11 -> "update entry_words set words = jsonb_set(words, '{word,value}', '\"word %d\"') %s"
				.formatted(value, one);
			case 12 -> "delete from entry_words " + one;
			default -> swapped(value % 12);
		};
	}

	/**
	 * Two neighbours of a stream change places, unless a unique index forbids even that.
	 */
	private static String swapped(int stream) {
		return """
				update entry set actor = other.actor, data = other.data, event_id = entry.event_id
				from entry other
				where entry.stream = 'case/%d' and other.stream = entry.stream
					and entry.sequence + other.sequence = 3""".formatted(stream);
	}

}
