package io.countersign.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.journal.Mode;
import io.countersign.work.Claim;

/** The messages as they are stored and read. */
@Repository
class MessageRepository {

	private final JdbcClient database;

	private final KeyedHash hashes;

	private final ThreadRepository threads;

	MessageRepository(JdbcClient database, KeyedHash hashes, ThreadRepository threads) {
		this.database = database;
		this.hashes = hashes;
		this.threads = threads;
	}

	/**
	 * A message that is to be read.
	 *
	 * @param waited since it was taken in
	 * @param again whether it has been read before
	 */
	record Stored(MessageId id, DocumentId raw, String digest, Instant receivedAt, Mode mode, Duration waited,
			boolean again, boolean chat) {
	}

	Optional<Stored> stored(Claim claim) {
		return this.database.sql("""
				select id, raw, digest, received_at, mode, extract(epoch from now() - taken_at) as waited,
					read_at is not null as again, kind = 'CHAT' as chat
				from message
				where id = :id and attempts = :attempts and raw is not null
				""")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new Stored(new MessageId(row.getString("id")), DocumentId.of(row.getBytes("raw")),
					row.getString("digest"), instant(row, "received_at"), Mode.valueOf(row.getString("mode")),
					Duration.ofSeconds(row.getLong("waited")), row.getBoolean("again"), row.getBoolean("chat")))
			.optional();
	}

	/**
	 * Whether a mail this one answers, forwards or encloses is stored and its turn to be
	 * read is still to come.
	 */
	boolean waitsForParent(Message message) {
		var earlier = message.earlier();
		return !earlier.isEmpty() && this.database.sql("""
				select exists (
					select 1 from sighting s join message m on m.id = s.message
					where s.internet_id_hash = any(:earlier) and m.id <> :id and m.state = 'NEW'
						and m.read_at is null and m.due_at is not null
				)
				""")
			.param("earlier", this.hashes.ofMessageIds(earlier))
			.param("id", message.id().value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether it is still to be said what something is to us that was written in its chat
	 * before it, or an earlier version of it.
	 */
	boolean waitsForEarlier(ChatEvidence chat, MessageId id) {
		return this.database.sql("""
				select exists (
					select 1 from sighting s join message m on m.id = s.message, message mine
					where mine.id = :id and s.chat_hash = :chat and m.id <> :id and m.state = 'NEW'
						and m.due_at is not null
						and (m.received_at < mine.received_at
							or m.internet_id_hash = mine.internet_id_hash and m.taken_at < mine.taken_at)
				)
				""")
			.param("chat", this.hashes.ofChat(chat.chatId()))
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The message that stands before it in its chat; also one of which nothing else is
	 * known any more.
	 */
	Optional<MessageId> before(ChatEvidence chat) {
		return this.database.sql("""
				select message from sighting
				where chat_hash = :chat and internet_id_hash <> :key and received_at <= :created
				order by received_at desc, position desc limit 1
				""")
			.param("chat", this.hashes.ofChat(chat.chatId()))
			.param("key", this.hashes.ofMessageId(chat.key()))
			.param("created", chat.createdAt().atOffset(ZoneOffset.UTC))
			.query((row, _) -> new MessageId(row.getString("message")))
			.optional();
	}

	/** Those before it in its chat that are kept, the nearest first. */
	List<MessageId> keptBefore(ChatEvidence chat, int limit) {
		return this.database.sql("""
				select s.message from sighting s join message m on m.id = s.message
				where s.chat_hash = :chat and s.internet_id_hash <> :key and s.received_at <= :created
					and m.state = 'IN_CASE'
				group by s.message order by max(s.received_at) desc limit :limit
				""")
			.param("chat", this.hashes.ofChat(chat.chatId()))
			.param("key", this.hashes.ofMessageId(chat.key()))
			.param("created", chat.createdAt().atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, _) -> new MessageId(row.getString("message")))
			.list();
	}

	/** Whether this mailbox has shown this version of a message before. */
	boolean isKnownIn(EmailAddress mailbox, MessageId id) {
		return this.database.sql("select exists (select 1 from sighting where message = :id and mailbox = :mailbox)")
			.param("id", id.value())
			.param("mailbox", mailbox.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Answers false when somebody else holds the message by now, or it is forgotten.
	 * Messages that wait for this one to turn up have their turn now. Mails that name
	 * each other are read one after the other, so that each sees what the other has
	 * become; that is settled before any row is locked. The statements that follow in
	 * this transaction find single rows by their keys, and to plan each of them anew for
	 * its values costs more than to run it.
	 */
	boolean read(Claim claim, Message message, String parsed) {
		var files = message.parts().stream().map((part) -> part.document().bytes()).toArray(byte[][]::new);
		return this.database
			.sql("""
					with alone as materialized (
						select pg_advisory_xact_lock(name) from unnest(:thread) as name
					), read as (
						update message set read_at = now(), due_at = null, returns = attempts, failures = 0, problem = null,
							reason = case when read_at is null
								then 'It has been read, and nobody has said yet what it is to us.' else reason end
						from (select count(*) from alone)
						where id = :id and attempts = :attempts and raw is not null
						returning id
					), kept as (
						insert into mail (message, parsed) select id, :parsed::jsonb from read
						on conflict (message) do update set parsed = excluded.parsed
					), filed as (
						insert into message_file (message, document) select id, unnest(:files) from read on conflict do nothing
					), answers as (
						update message set due_at = now()
						where id in (
							select s.message from read, mention n join sighting s on s.item_hash = n.item_hash
							where n.referenced = :internetId and s.message <> read.id
						) and due_at > now() and read_at is not null and attempts = returns
					)
					select count(*), set_config('plan_cache_mode', 'force_generic_plan', true) from read
					""")
			.param("thread", this.threads.locks(message))
			.param("parsed", parsed)
			.param("files", files)
			.param("internetId", message.internetMessageId().map(this.hashes::ofMessageId).orElse(null), Types.BINARY)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> row.getLong("count"))
			.single() == 1;
	}

	boolean quarantine(Claim claim, String reason) {
		return this.database.sql("""
				update message set state = 'QUARANTINED', reason = :reason, due_at = null, returns = attempts
				where id = :id and attempts = :attempts
				""").param("reason", reason).param("id", claim.id()).param("attempts", claim.attempts()).update() == 1;
	}

	/**
	 * Adds what the ledger knows by now: where it was seen, and whether its id is shared.
	 */
	Message complete(Message message) {
		var remarks = new ArrayList<>(message.remarks());
		var seen = seen(message.id());
		if (message.chat().isEmpty() && seen.stream().anyMatch(Seen::besideNamesake)) {
			remarks.add(LedgerView.NAMESAKE);
		}
		return new Message(message.id(), message.evidence(), message.from(), message.sender(), message.to(),
				message.cc(), message.subject(), message.sentAt(), message.receivedAt(), message.content(),
				message.parts(), message.threading(), seen.stream().flatMap((one) -> one.sighting().stream()).toList(),
				remarks, message.chat());
	}

	/**
	 * A place the message is seen in, or none when that has been forgotten.
	 *
	 * @param besideNamesake whether another message has the same Message-ID
	 */
	private record Seen(Optional<Sighting> sighting, boolean besideNamesake) {
	}

	private List<Seen> seen(MessageId id) {
		return this.database
			.sql("""
					select s.mailbox, s.folder, s.item_id, s.received_at, s.conversation_id, s.not_before, s.delivered, exists (
						select 1 from sighting other where other.internet_id_hash = m.internet_id_hash and other.message <> m.id
					) as namesake
					from message m left join sighting s on s.message = m.id and s.item_id is not null
					where m.id = :id order by s.position
					""")
			.param("id", id.value())
			.query((row, number) -> new Seen(
					(row.getString("item_id") != null) ? Optional.of(sighting(row, number)) : Optional.empty(),
					row.getBoolean("namesake")))
			.list();
	}

	Optional<Message> find(MessageId id) {
		return this.database.sql("select parsed::text from mail where message = :id")
			.param("id", id.value())
			.query((row, _) -> MessageJson.read(row.getString(1)))
			.optional();
	}

	List<Sighting> sightings(MessageId id) {
		return this.database.sql("""
				select mailbox, folder, item_id, received_at, conversation_id, not_before, delivered from sighting
				where message = :id and item_id is not null order by position
				""").param("id", id.value()).query(MessageRepository::sighting).list();
	}

	List<MessageId> withInternetMessageId(String internetMessageId) {
		return this.database.sql("""
				select distinct s.message from sighting s join message m on m.id = s.message
				where s.internet_id_hash = :id and m.state <> 'IGNORED' order by s.message
				""")
			.param("id", this.hashes.ofMessageId(internetMessageId))
			.query((row, _) -> new MessageId(row.getString(1)))
			.list();
	}

	/** The exact bytes of a message that has not been forgotten. */
	Optional<DocumentId> raw(MessageId id) {
		return this.database.sql("select raw from message where id = :id and raw is not null")
			.param("id", id.value())
			.query((row, _) -> DocumentId.of(row.getBytes("raw")))
			.optional();
	}

	Set<MessageId> news(Collection<MessageId> ids) {
		return this.database.sql("select id from message where id = any(:ids) and mode = 'LIVE'")
			.param("ids", ids.stream().map(MessageId::value).toArray(String[]::new))
			.query((row, _) -> new MessageId(row.getString("id")))
			.set();
	}

	boolean isChat(MessageId id) {
		return this.database.sql("select exists (select 1 from message where id = :id and kind = 'CHAT')")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	void readAgain(Collection<MessageId> ids) {
		this.database
			.sql("""
					update message set due_at = now(), failures = 0,
						reason = case state when 'QUARANTINED' then 'It waits to be read.' else reason end,
						state = case when state <> 'QUARANTINED' then state when case_id is null then 'NEW' else 'IN_CASE' end
					where id = any(:ids) and raw is not null
					""")
			.param("ids", ids.stream().map(MessageId::value).toArray(String[]::new))
			.update();
	}

	static Sighting sighting(ResultSet row, int number) throws SQLException {
		return new Sighting(new EmailAddress(row.getString("mailbox")), Folder.valueOf(row.getString("folder")),
				row.getString("item_id"), instant(row, "received_at"),
				Optional.ofNullable(row.getString("conversation_id")),
				new Filing(Optional.ofNullable(row.getObject("not_before", OffsetDateTime.class))
					.map(OffsetDateTime::toInstant), row.getBoolean("delivered")));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
