package io.countersign.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.countersign.identity.EmailAddress;
import io.countersign.work.Pending;

/** What was seen, for those who ask: everything in exactly one state (IN-7). */
@Repository
class LedgerView implements Pending {

	private static final String STATE = "sighting_state(s.state, m.state, m.failures)";

	static final String NAMESAKE = "Another mail carries the same Message-ID with other content.";

	private final JdbcClient database;

	private final KeyedHash hashes;

	LedgerView(JdbcClient database, KeyedHash hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/** Not those that wait for something that may take days. */
	@Override
	public long pending() {
		return this.database.sql("select count(*) from message where due_at < now() + interval '10 minutes'")
			.query(Long.class)
			.single();
	}

	/**
	 * What is asked for.
	 *
	 * @param after the place behind which to go on
	 */
	record Question(Optional<EmailAddress> mailbox, Optional<String> internetMessageId, Optional<String> state,
			long after, int limit) {
	}

	/** In the order things were first seen. */
	List<Seen> list(Question question) {
		return this.database
			.sql("""
					select s.position, coalesce(m.id, 'out_' || encode(substring(s.item_hash for 16), 'hex')) as id,
						%s as state, case when s.state like 'UNFETCH%%' then s.reason
							else coalesce(m.reason, s.reason) end as reason, encode(m.raw, 'hex') as sha256, m.case_id,
						coalesce(m.received_at, s.received_at) as received_at, p.parsed -> 'threading' ->> 'messageId' as named,
						array(select jsonb_array_elements_text(p.parsed -> 'remarks')) as remarks,
						m.kind = 'MAIL' and exists (select 1 from sighting o
							where o.internet_id_hash = s.internet_id_hash and o.message <> s.message) as namesake,
						array(select o.mailbox from sighting o where o.message = m.id or o.position = s.position
							order by o.position) as mailboxes,
						array(select o.folder from sighting o where o.message = m.id or o.position = s.position
							order by o.position) as folders
					from sighting s left join message m on m.id = s.message left join mail p on p.message = m.id
					where s.position > :after
						and (s.message is null or not exists (
							select 1 from sighting earlier where earlier.message = s.message and earlier.position < s.position
								and (:mailbox::text is null or earlier.mailbox = :mailbox)))
						and (:mailbox::text is null or s.mailbox = :mailbox)
						and (:named::bytea is null or s.internet_id_hash = :named)
						and (:state::text is null or :state = case %s
							when 'IGNORED' then 'ignored' when 'RETRYING' then 'retrying' when 'IN_CASE' then 'inCase'
							when 'QUARANTINED' then 'quarantined' else 'new' end)
					order by s.position limit :limit
					"""
				.formatted(STATE, STATE))
			.param("after", question.after())
			.param("mailbox", question.mailbox().map(EmailAddress::value).orElse(null))
			.param("named",
					question.internetMessageId()
						.flatMap(InternetMessageId::normalise)
						.map(this.hashes::ofMessageId)
						.orElse(null))
			.param("state", question.state().orElse(null))
			.param("limit", question.limit())
			.query(LedgerView::seen)
			.list();
	}

	private static Seen seen(ResultSet row, int number) throws SQLException {
		return new Seen(row.getLong("position"), row.getString("id"), row.getString("named"),
				MessageState.valueOf(row.getString("state")).word(), row.getString("reason"), row.getString("sha256"),
				row.getString("case_id"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
				places((String[]) row.getArray("mailboxes").getArray(), (String[]) row.getArray("folders").getArray()),
				remarks((String[]) row.getArray("remarks").getArray(), row.getBoolean("namesake")));
	}

	/** Two mails under one Message-ID are both shown, and marked (IN-3). */
	private static List<String> remarks(String[] ofTheMail, boolean namesake) {
		return Stream.concat(Stream.of(ofTheMail), namesake ? Stream.of(NAMESAKE) : Stream.empty()).toList();
	}

	private static List<Place> places(String[] mailboxes, String[] folders) {
		return IntStream.range(0, mailboxes.length)
			.mapToObj((number) -> new Place(mailboxes[number], Folder.valueOf(folders[number]).word()))
			.toList();
	}

	/**
	 * A message as the API shows it. Of an ignored one nothing is known but that it was
	 * seen, when, and why it was left.
	 *
	 * @param id for calls of this API
	 * @param internetMessageId the Message-ID of a mail; null for a chat
	 * @param state new, inCase, ignored, quarantined or retrying
	 * @param reason for that state
	 * @param sha256 of its exact bytes, in 64 hex digits; null where they are forgotten
	 * @param receivedAt by the clock of the mailbox
	 * @param sightings each place it was seen in
	 * @param remarks what a reader of the mail must know, each in a sentence
	 */
	@RetainJavadoc
	record Seen(@JsonIgnore long position, String id, @Nullable String internetMessageId, String state, String reason,
			@Nullable String sha256,
			@Schema(description = "the id of the case it is part of; null for none") @JsonProperty("case") @Nullable String caseId,
			Instant receivedAt, List<Place> sightings, List<String> remarks) {
	}

	/**
	 * Where a message was seen.
	 *
	 * @param mailbox its mail address
	 * @param folder inbox, sentitems or chats
	 */
	@RetainJavadoc
	record Place(String mailbox, String folder) {
	}

}
