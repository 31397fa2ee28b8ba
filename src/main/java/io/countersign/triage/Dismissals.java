package io.countersign.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.protection.LegalHolds;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.Work;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that a person on a page has called none of our business. What they say is
 * forgotten a little later, so that whoever said so can take it back.
 */
@Service
public class Dismissals implements Work {

	static final String TABLE = "dismissal";

	private static final Duration STANDS = Duration.ofMinutes(10);

	private static final Duration HELD = Duration.ofHours(6);

	private final JdbcClient database;

	private final ReviewRepository reviews;

	private final Reviews forgetting;

	private final LegalHolds holds;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Dismissals(JdbcClient database, ReviewRepository reviews, Reviews forgetting, LegalHolds holds, DueRows due,
			ApplicationEventPublisher events, Clock clock) {
		this.database = database;
		this.reviews = reviews;
		this.forgetting = forgetting;
		this.holds = holds;
		this.due = due;
		this.events = events;
		this.clock = clock;
	}

	/** Answers false when the message is not on the list. */
	@Transactional
	public boolean dismiss(MessageId message, PersonId by) {
		if (!this.reviews.resolve(message, by.value())) {
			return false;
		}
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.database.sql("""
				insert into dismissal (id, person, at, due_at)
				values (:message, :by, :at, now() + :stands * interval '1 millisecond')
				""")
			.param("message", message.value())
			.param("by", by.value())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("stands", STANDS.toMillis())
			.update();
		this.events.publishEvent(new MessageDismissed(message, false, by, now));
		return true;
	}

	/** Answers false when it was too late, or somebody else has said so. */
	@Transactional
	public boolean takeBack(MessageId message, PersonId by) {
		var since = this.database.sql("delete from dismissal where id = :message and person = :by returning at")
			.param("message", message.value())
			.param("by", by.value())
			.query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
			.optional();
		since.ifPresent((at) -> restored(message, by, at));
		return since.isPresent();
	}

	/** What a legal hold covers stays, off the list, until that is over. */
	@Override
	@Transactional
	public void work(Claim claim) {
		if (this.holds.ofMessage(claim.id()).isPresent()) {
			this.due.table(TABLE).again(claim, HELD);
			return;
		}
		var taken = this.database.sql("delete from dismissal where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
		if (taken == 1) {
			this.forgetting.forgetDismissed(new MessageId(claim.id()));
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.due.table(TABLE).park(claim, reason);
	}

	private void restored(MessageId message, PersonId by, Instant since) {
		this.reviews.reopen(message);
		this.events.publishEvent(new MessageDismissed(message, true, by, since));
	}

}
