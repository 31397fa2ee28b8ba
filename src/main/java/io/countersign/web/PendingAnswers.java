package io.countersign.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.AskId;
import io.countersign.cases.CaseId;
import io.countersign.cases.CasePurged;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.work.Claim;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that can still be taken back. What is taken back has never been an answer. */
@Repository
class PendingAnswers {

	private final JdbcClient database;

	private final PageSettings settings;

	private final Clock clock;

	PendingAnswers(JdbcClient database, PageSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/** DP-3. */
	@EventListener
	void on(CasePurged purged) {
		this.database.sql("delete from pending_answer where case_id = :case")
			.param("case", purged.caseId().value())
			.update();
	}

	/** The first answer to an ask stands until it is taken back. */
	void keep(PageAnswer given) {
		this.database
			.sql("""
					insert into pending_answer (id, case_id, ask, person, answer, words, delegate, until_day, form, given_at,
						due_at)
					values (:id, :case, :ask, :person, :answer, :words, :delegate, :until, :form, :at,
						now() + :wait * interval '1 millisecond')
					on conflict (ask, person) do update set id = excluded.id, answer = excluded.answer,
						words = excluded.words, delegate = excluded.delegate, until_day = excluded.until_day,
						form = excluded.form, given_at = excluded.given_at, due_at = excluded.due_at, state = 'PENDING',
						attempts = 0, returns = 0, failures = 0
					where pending_answer.state <> 'PENDING'
					""")
			.param("id", "pa_" + UUID.randomUUID().toString().replace("-", ""))
			.param("case", given.ask().caseId().value())
			.param("ask", given.ask().id().value())
			.param("person", given.by().address().value())
			.param("answer", given.answer().name())
			.param("words", given.words())
			.param("delegate", given.delegate().map((one) -> one.address().value()).orElse(null))
			.param("until", given.until().orElse(null))
			.param("form", given.key())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("wait", this.settings.undoWithin().toMillis())
			.update();
	}

	/** Answers false when it was too late. */
	boolean takeBack(String id, Person by) {
		return this.database.sql("delete from pending_answer where id = :id and person = :person")
			.param("id", id)
			.param("person", by.address().value())
			.update() == 1;
	}

	/** What this person has answered in this case and is not on it. */
	Optional<PendingAnswer> of(CaseId id, Person person) {
		return of(person).stream().filter((one) -> one.caseId().equals(id)).findFirst();
	}

	/** The latest first. */
	List<PendingAnswer> of(Person person) {
		return this.database.sql("select * from pending_answer where person = :person order by given_at desc limit 100")
			.param("person", person.address().value())
			.query(this::answer)
			.list();
	}

	int count(Person person) {
		return this.database.sql("select count(*) from pending_answer where person = :person and state = 'PENDING'")
			.param("person", person.address().value())
			.query(Integer.class)
			.single();
	}

	Optional<PendingAnswer> claimed(Claim claim) {
		return this.database.sql("select * from pending_answer where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query(this::answer)
			.optional();
	}

	/** Its time has come. Answers false when it was taken back in this very moment. */
	boolean remove(Claim claim) {
		return this.database.sql("delete from pending_answer where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	void settle(Claim claim, PendingAnswer.State state) {
		this.database.sql(
				"update pending_answer set state = :state, due_at = null, returns = attempts where id = :id and attempts = :attempts")
			.param("state", state.name())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	Duration undoWithin() {
		return this.settings.undoWithin();
	}

	private PendingAnswer answer(ResultSet row, int number) throws SQLException {
		return new PendingAnswer(row.getString("id"), new CaseId(row.getString("case_id")),
				new AskId(row.getString("ask")), new EmailAddress(row.getString("person")),
				Answer.valueOf(row.getString("answer")), row.getString("words"),
				Optional.ofNullable(row.getString("delegate")).map(EmailAddress::new),
				Optional.ofNullable(row.getObject("until_day", LocalDate.class)), row.getString("form"),
				PendingAnswer.State.valueOf(row.getString("state")),
				row.getObject("given_at", OffsetDateTime.class).toInstant().plus(this.settings.undoWithin()));
	}

}
