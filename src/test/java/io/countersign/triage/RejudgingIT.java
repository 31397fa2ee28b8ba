package io.countersign.triage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.countersign.verdicts.OfflineRejudging;
import io.countersign.verdicts.RejudgedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has the database judges every verdict of it again, beside the product. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class RejudgingIT {

	private static final long SEED = 20_261_128;

	private static final int TRIALS = 300;

	private final Bureau office;

	private final JdbcClient database;

	RejudgingIT(Bureau office) {
		this.office = office;
		this.database = office.bean(JdbcClient.class);
	}

	@Test
	void VA_20_everyVerdictOfTheDatabaseComesOutTheSameOffline() {
		var held = this.office.held();
		var url = this.office.environment().getRequiredProperty("spring.datasource.url");
		var said = new ByteArrayOutputStream();

		assertThat(OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url }, new PrintStream(said)))
			.as(said.toString())
			.isZero();
		assertThat(said.toString()).contains("0 come out differently");
		this.database.sql("""
				update judgement set judged = jsonb_set(judged, '{word}', '"accepted"') where message =
					(select message from verdict where id = ?)
				""").param(held.verdict()).update();

		assertThat(OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url }, new PrintStream(said)))
			.isOne();
		assertThat(said.toString()).contains("accepted, now held");
		this.database.sql("""
				update judgement set judged = jsonb_set(judged, '{word}', '"held"') where message =
					(select message from verdict where id = ?)
				""").param(held.verdict()).update();
	}

	@Test
	void VA_20_aVerdictThatWasChangedOrPutThereByHandIsNamedOffline() {
		var held = this.office.held();
		assertThat(rejudged()).contains("0 come out differently", "does not bear out 0 of them");

		for (var tampering : Map.of("update verdict set outcome = 'REJECTED' where id = ?",
				"Its row does not say the same twice.",
				"update verdict set decision = jsonb_set(decision, '{level}', '\"A4\"') where id = ?",
				"It is not what was judged.",
				"update judgement set facts = jsonb_set(facts, '{now}', '\"2026-01-01T00:00:00Z\"') where message = (select message from verdict where id = ?)",
				"What was judged, or the policy of that time, is not what the journal has sealed of it.",
				"update verdict set state = 'ACTIVE' where id = ?", "It counts, and the journal does not know of it.",
				"delete from judgement where message = (select message from verdict where id = ?)",
				"No judgement is kept on which it rests.")
			.entrySet()) {
			this.database.sql("create table verdict_before as select * from verdict").update();
			this.database.sql("create table judgement_before as select * from judgement").update();
			this.database.sql(tampering.getKey()).param(held.verdict()).update();
			assertThat(rejudged()).contains(held.verdict() + ": " + tampering.getValue());
			this.database.sql("""
					update verdict set (outcome, decision, state) = (select outcome, decision, state
						from verdict_before before where before.id = verdict.id)""").update();
			this.database.sql("delete from judgement").update();
			this.database.sql("insert into judgement select * from judgement_before").update();
			this.database.sql("drop table verdict_before, judgement_before").update();
		}
		this.office.release(held, EVA);
		this.office.release(held, FINN);
		assertThat(rejudged()).contains("does not bear out 0 of them");
	}

	/** In a transaction that is undone, so that each is tried alone. */
	@Test
	void VA_20_everyTamperingWithWhatAVerdictRestsOnIsFound() {
		var confirmed = this.office.held();
		this.office.release(confirmed, EVA);
		this.office.release(confirmed, FINN);
		var held = this.office.held();
		var random = new Random(SEED);
		var found = IntStream.range(0, TRIALS)
			.filter((_) -> isFound(random.nextBoolean() ? confirmed.verdict() : held.verdict(), random))
			.count();

		System.out.printf("Tamperings with rows of verdicts found: %d of %d (seed %d)%n", found, TRIALS, SEED);
		assertThat(found).isEqualTo(TRIALS);
	}

	private boolean isFound(String verdict, Random random) {
		return Boolean.TRUE.equals(this.office.bean(TransactionOperations.class).execute((status) -> {
			var what = new RowForger(this.database, random).change(verdict);
			var isFound = !RejudgedDatabase.isSound(this.office.beans());
			status.setRollbackOnly();
			assertThat(isFound).as(what).isTrue();
			return isFound;
		}));
	}

	private String rejudged() {
		var said = new ByteArrayOutputStream();
		var url = this.office.environment().getRequiredProperty("spring.datasource.url");
		OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url }, new PrintStream(said));
		return said.toString();
	}

}
