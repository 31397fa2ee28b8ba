package io.countersign.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseRights;
import io.countersign.identity.Clearance;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewRepository {

	private final JdbcClient database;

	ReviewRepository(JdbcClient database) {
		this.database = database;
	}

	void open(Message message, String reason, @Nullable CaseId likely) {
		this.database.sql("""
				insert into review (message, reason, case_id, author) values (:message, :reason, :case, :author)
				on conflict (message) do update set reason = :reason, case_id = :case, author = :author, state = 'OPEN',
					resolved_by = null, resolved_at = null,
					since = case when review.state = 'OPEN' then review.since else now() end
				""")
			.param("message", message.id().value())
			.param("reason", reason)
			.param("case", (likely != null) ? likely.value() : null)
			.param("author", message.from().map((from) -> from.address().value()).orElse(null))
			.update();
	}

	/** Answers false when the message is not on the list. */
	boolean resolve(MessageId message, String by) {
		return this.database.sql("""
				update review set state = 'DONE', resolved_by = :by, resolved_at = now()
				where message = :message and state = 'OPEN'
				""").param("message", message.value()).param("by", by).update() == 1;
	}

	/** What was done with it is taken back. */
	void reopen(MessageId message) {
		this.database
			.sql("update review set state = 'OPEN', resolved_by = null, resolved_at = null where message = :message")
			.param("message", message.value())
			.update();
	}

	/** A message that found its place by itself needs nobody any more. */
	void settled(MessageId message) {
		this.database.sql("delete from review where message = :message and state = 'OPEN'")
			.param("message", message.value())
			.update();
	}

	void forget(Collection<MessageId> messages) {
		this.database.sql("delete from review where message = any(:messages)")
			.param("messages", messages.stream().map(MessageId::value).toArray(String[]::new))
			.update();
	}

	Optional<CaseId> likelyCase(MessageId message) {
		return this.database
			.sql("select case_id from review where message = :message and state = 'OPEN' and case_id is not null")
			.param("message", message.value())
			.query(String.class)
			.optional()
			.map(CaseId::new);
	}

	/** Longest waiting first, behind this place. */
	List<Review> open(String after, int limit) {
		return this.database.sql("""
				select message, reason, case_id, since from review
				where state = 'OPEN'
					and (to_char(since at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || message) collate "C" > :after
				order by since, message collate "C" limit :limit
				""").param("after", after).param("limit", limit).query(ReviewRepository::review).list();
	}

	/**
	 * Longest waiting first of those that may be seen: of what looks forged, or of all
	 * else, so that neither hides the other.
	 */
	List<Review> open(boolean refused, Clearance clearance, int limit) {
		return this.database.sql("""
				select message, reason, case_id, since from review
				where state = 'OPEN' and starts_with(reason, :mark) = :refused and (:everything or author = :reader
					or exists (select from sighting s where s.message = review.message and s.mailbox = :reader)
					or exists (select from case_reader r where r.case_id = review.case_id and r.person = :reader))
				order by since, message collate "C" limit :limit
				""")
			.param("mark", Review.REFUSED)
			.param("refused", refused)
			.params(CaseRights.of(clearance))
			.param("limit", limit)
			.query(ReviewRepository::review)
			.list();
	}

	int countOpen() {
		return this.database.sql("select count(*) from review where state = 'OPEN'").query(Integer.class).single();
	}

	Optional<Review> find(MessageId message) {
		return this.database
			.sql("select message, reason, case_id, since from review where message = :message and state = 'OPEN'")
			.param("message", message.value())
			.query(ReviewRepository::review)
			.optional();
	}

	private static Review review(ResultSet row, int number) throws SQLException {
		return new Review(new MessageId(row.getString("message")), row.getString("reason"),
				Optional.ofNullable(row.getString("case_id")).map(CaseId::new),
				row.getObject("since", OffsetDateTime.class).toInstant());
	}

}
