package io.countersign.writeback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;
import io.countersign.work.Claim;
import io.countersign.work.Pending;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WritebackRepository implements Pending {

	private final JdbcClient database;

	WritebackRepository(JdbcClient database) {
		this.database = database;
	}

	/**
	 * The same intention is kept once, however often it is stated; answers whether it is
	 * new.
	 */
	boolean insert(String id, @Nullable CaseId caseId, Writeback.Kind kind, @Nullable String verdict,
			@Nullable MessageId answers, Collection<EmailAddress> recipients, String internetMessageId) {
		return this.database.sql("""
				insert into writeback (id, case_id, kind, verdict, answers, recipients, internet_message_id, due_at)
				values (:id, :case, :kind, :verdict, :answers, :recipients, :internetMessageId, now())
				on conflict (id) do nothing
				""")
			.param("id", id)
			.param("case", (caseId != null) ? caseId.value() : null)
			.param("kind", kind.name())
			.param("verdict", verdict)
			.param("answers", (answers != null) ? answers.value() : null)
			.param("recipients", recipients.stream().map(EmailAddress::value).toArray(String[]::new))
			.param("internetMessageId", internetMessageId)
			.update() == 1;
	}

	void forget(CaseId caseId) {
		this.database.sql("""
				delete from writeback_letter where writeback in (select id from writeback where case_id = :case)
				""").param("case", caseId.value()).update();
		this.database.sql("""
				update writeback set recipients = '{}', problem = null, due_at = null,
					state = case when state = 'DUE' then 'LAPSED' else state end
				where case_id = :case
				""").param("case", caseId.value()).update();
	}

	Optional<Writeback> claimed(Claim claim) {
		return this.database.sql("select * from writeback where id = :id and attempts = :attempts and state = 'DUE'")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query(WritebackRepository::writeback)
			.optional();
	}

	/** Answers false when the claim is no longer ours. */
	boolean drafted(Claim claim, String draftId) {
		return this.database.sql("""
				update writeback set draft_id = :draft, drafted_at = now(), handed_over_at = now()
				where id = :id and attempts = :attempts
				""").param("draft", draftId).param("id", claim.id()).param("attempts", claim.attempts()).update() == 1;
	}

	/** What was handed over just now was certainly not accepted. */
	void notAccepted(Claim claim) {
		this.database.sql("update writeback set handed_over_at = null where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/** Whether it was handed over within this time and nobody knows what became of it. */
	boolean mayBeAccepted(Claim claim, Duration window) {
		return this.database
			.sql("select handed_over_at > now() - :window * interval '1 millisecond' from writeback where id = :id")
			.param("window", window.toMillis())
			.param("id", claim.id())
			.query((row, _) -> row.getBoolean(1))
			.single();
	}

	/** Whether its draft was handed over so long ago that it should have been found. */
	boolean isDoubtfulForLong(Claim claim, Duration patience) {
		return this.database
			.sql("select drafted_at < now() - :patience * interval '1 millisecond' from writeback where id = :id")
			.param("patience", patience.toMillis())
			.param("id", claim.id())
			.query((row, _) -> row.getBoolean(1))
			.single();
	}

	/**
	 * Whether our mailbox has been closed to it for longer than this, which it is now.
	 */
	boolean isBarredForLong(Claim claim, Duration patience) {
		return this.database.sql("""
				update writeback set barred_since = coalesce(barred_since, now())
				where id = :id and attempts = :attempts
				returning barred_since < now() - :patience * interval '1 millisecond'
				""")
			.param("patience", patience.toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/** What it said is kept no longer than it is needed. */
	void sent(Claim claim) {
		this.database.sql("""
				with done as (
					update writeback set state = 'SENT', sent_at = now(), counted_at = now(), due_at = null,
						returns = attempts, problem = null
					where id = :id and attempts = :attempts returning id
				)
				delete from writeback_letter where writeback in (select id from done)
				""").param("id", claim.id()).param("attempts", claim.attempts()).update();
	}

	void stuck(Claim claim, String problem) {
		this.database.sql("""
				update writeback set state = 'STUCK', due_at = null, returns = attempts, problem = :problem,
					barred_since = null
				where id = :id and attempts = :attempts
				""").param("problem", problem).param("id", claim.id()).param("attempts", claim.attempts()).update();
	}

	/** It is not sent any more, and nobody has to look at it. */
	void lapse(Claim claim) {
		this.database.sql("""
				with done as (
					update writeback set state = 'LAPSED', due_at = null, returns = attempts, problem = null
					where id = :id and attempts = :attempts returning id
				)
				delete from writeback_letter where writeback in (select id from done)
				""").param("id", claim.id()).param("attempts", claim.attempts()).update();
	}

	/** Keeps what a mail says until it is sent. */
	void keep(String id, WrittenLetter letter) {
		this.database.sql("""
				insert into writeback_letter (writeback, subject, text, html) values (:id, :subject, :text, :html)
				""")
			.param("id", id)
			.param("subject", letter.subject())
			.param("text", letter.text())
			.param("html", letter.html())
			.update();
	}

	WrittenLetter letter(String id) {
		return this.database.sql("select subject, text, html from writeback_letter where writeback = :id")
			.param("id", id)
			.query((row, _) -> new WrittenLetter(row.getString("subject"), row.getString("text"),
					row.getString("html")))
			.single();
	}

	Optional<Writeback> find(String id) {
		return this.database.sql("select * from writeback where id = :id")
			.param("id", id)
			.query(WritebackRepository::writeback)
			.optional();
	}

	/** Of one that is to be sent again nothing is known any more but what it says. */
	boolean release(String id, Writeback.State state) {
		return this.database
			.sql("""
					update writeback set state = :state, problem = null, failures = 0, returns = attempts,
						draft_id = case when :sent then draft_id end, drafted_at = case when :sent then drafted_at end,
						handed_over_at = null, sent_at = case when :sent then now() end, counted_at = case when :sent then now() else counted_at end,
						due_at = case when not :sent then now() end
					where id = :id and state = 'STUCK'
					""")
			.param("state", state.name())
			.param("sent", state == Writeback.State.SENT)
			.param("id", id)
			.update() == 1;
	}

	/** Held until the transaction ends. */
	void lockLimits() {
		this.database.sql("select pg_advisory_xact_lock(hashtextextended('writeback limits', 0))").query((_) -> {
		});
	}

	/** From now on it counts as if it had gone out. */
	void reserve(Claim claim) {
		this.database.sql("update writeback set counted_at = now() where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/**
	 * How many other mails this thread and the busiest of these people have had from us
	 * lately, or are about to have.
	 */
	Sent sentLately(Writeback writeback) {
		return this.database
			.sql("""
					select
						(select count(*) from writeback
							where case_id = :case::text and id <> :id and counted_at > now() - interval '1 hour') as thread,
						coalesce(max(count(w.id) filter (where w.counted_at > now() - interval '1 hour')) over (), 0) as hour,
						coalesce(max(count(w.id)) over (), 0) as day
					from unnest(:recipients::text[]) as person
					left join writeback w on w.recipients @> array[person] and w.id <> :id
						and w.counted_at > now() - interval '1 day'
					group by person limit 1
					""")
			.param("id", writeback.id())
			.param("case", writeback.caseId().map(CaseId::value).orElse(null))
			.param("recipients", writeback.recipients().stream().map(EmailAddress::value).toArray(String[]::new))
			.query((row, _) -> new Sent(row.getInt("thread"), row.getInt("hour"), row.getInt("day")))
			.single();
	}

	List<Writeback> ofCase(CaseId caseId) {
		return this.database.sql("select * from writeback where case_id = :case order by created_at, id")
			.param("case", caseId.value())
			.query(WritebackRepository::writeback)
			.list();
	}

	/**
	 * One that has not been sent.
	 *
	 * @param place where it stands on the list of all those
	 */
	record Unsent(Writeback writeback, String place) {
	}

	/** Oldest first, behind this place. */
	List<Unsent> unsent(String after, int limit) {
		return this.database.sql("""
				select * from (
					select *, to_char(created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || id as place from writeback
					where state in ('DUE', 'STUCK')
				) as unsent
				where place collate "C" > :after order by place collate "C" limit :limit
				""")
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> new Unsent(writeback(row, number), row.getString("place")))
			.list();
	}

	@Override
	public long pending() {
		return this.database.sql("select count(*) from writeback where due_at < now() + interval '10 minutes'")
			.query(Long.class)
			.single();
	}

	private static Writeback writeback(ResultSet row, int number) throws SQLException {
		var sent = row.getObject("sent_at", OffsetDateTime.class);
		return new Writeback(row.getString("id"), Optional.ofNullable(row.getString("case_id")).map(CaseId::new),
				Writeback.Kind.valueOf(row.getString("kind")), Optional.ofNullable(row.getString("verdict")),
				Optional.ofNullable(row.getString("answers")).map(MessageId::new),
				Stream.of((String[]) row.getArray("recipients").getArray()).map(EmailAddress::new).toList(),
				row.getString("internet_message_id"), Writeback.State.valueOf(row.getString("state")),
				Optional.ofNullable(row.getString("draft_id")),
				Optional.ofNullable(sent).map(OffsetDateTime::toInstant),
				Optional.ofNullable(row.getString("problem")));
	}

	/**
	 * Mails of ours: to the thread in an hour, to the busiest address in an hour and in a
	 * day.
	 */
	record Sent(int thread, int hour, int day) {
	}

}
