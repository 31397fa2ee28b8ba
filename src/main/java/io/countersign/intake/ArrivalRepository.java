package io.countersign.intake;

import java.sql.Types;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.countersign.documents.DocumentId;

/** Writes down, in one statement, that a mail has come. */
@Repository
class ArrivalRepository {

	private final JdbcClient database;

	private final KeyedHash hashes;

	ArrivalRepository(JdbcClient database, KeyedHash hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/**
	 * What was news in it.
	 *
	 * @param mail its bytes are not in the store yet
	 * @param sighting it was not seen in this place before
	 * @param revived it had been forgotten, and matters now
	 */
	record News(boolean mail, boolean sighting, boolean revived) {
	}

	/**
	 * One message however often and wherever it comes. Its time is that of whoever got
	 * it; what stands in Sent Items is its owner's word. A message that only waits for
	 * something to happen is due now, for this is what may have happened.
	 */
	News receive(MailIdentity mail, Arrival arrival, DocumentId raw) {
		return this.database
			.sql("""
					with taken as (
						insert into message as m (id, reason, raw, digest, internet_id_hash, received_at, mode, kind)
						values (:id, 'It waits to be read.', :raw, :digest, :internetId, :received, :mode, :kind)
						on conflict (id) do update set
							received_at = case
								when :folder = 'SENT' then m.received_at
								when exists (select 1 from sighting s where s.message = m.id and s.folder <> 'SENT')
								then least(m.received_at, excluded.received_at)
								else excluded.received_at end,
							state = case when revived.item then 'NEW' else m.state end,
							reason = case when revived.item then excluded.reason else m.reason end,
							raw = case when revived.item then excluded.raw else m.raw end,
							due_at = case
								when revived.item or m.due_at > now() and m.read_at is not null and m.attempts = m.returns
								then now() else m.due_at end
						returning m.id, m.state, m.raw, old.raw is distinct from new.raw as bytes,
							old.state = 'IGNORED' and new.state = 'NEW' as revived
					), filed as (
						insert into message_file (message, document) select id, raw from taken where bytes
					), seen as (
						insert into sighting as s (item_hash, mailbox, folder, received_at, state, internet_id_hash, message,
							item_id, conversation_id, chat_hash, not_before, delivered)
						select :item, :mailbox, :folder, :received, case when state = 'IGNORED' then state else 'KEPT' end,
							:internetId, id, case when state <> 'IGNORED' then :itemId end,
							case when state <> 'IGNORED' then :conversation end, :chat, :notBefore, :delivered
						from taken
						on conflict (item_hash) do update set state = excluded.state, reason = null,
							received_at = excluded.received_at, message = excluded.message,
							internet_id_hash = excluded.internet_id_hash, item_id = excluded.item_id,
							conversation_id = excluded.conversation_id, delivered = excluded.delivered
						where s.state in ('RULED_OUT', 'GONE', 'REVIVED', 'UNFETCHED', 'UNFETCHABLE')
						returning item_hash
					)
					select bytes as mail, coalesce(revived, false) as revived, exists (select 1 from seen) as sighting from taken
					"""
				.replace("revived.item",
						"""
								(m.state = 'IGNORED' and exists (select 1 from sighting r where r.item_hash = :item
									and (r.state = 'REVIVED' or r.state in ('UNFETCHED', 'UNFETCHABLE', 'GONE') and r.message = m.id)))"""))
			.param("id", mail.id().value())
			.param("raw", raw.bytes())
			.param("digest", mail.digest())
			.param("internetId", mail.internetMessageId().map(this.hashes::ofMessageId).orElse(null))
			.param("received", arrival.receivedAt().atOffset(ZoneOffset.UTC))
			.param("mode", arrival.mode().name())
			.param("kind", isChat(arrival) ? "CHAT" : "MAIL")
			.param("chat",
					isChat(arrival) ? arrival.preview().conversationId().map(this.hashes::ofChat).orElse(null) : null,
					Types.BINARY)
			.param("item", this.hashes.ofItem(arrival.mailbox(), arrival.itemId()))
			.param("mailbox", arrival.mailbox().value())
			.param("folder", arrival.folder().name())
			.param("itemId", arrival.itemId())
			.param("notBefore", arrival.filing().notBefore().map((at) -> at.atOffset(ZoneOffset.UTC)).orElse(null),
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("delivered", arrival.filing().delivered())
			.param("conversation", arrival.preview().conversationId().orElse(null))
			.query((row, _) -> new News(row.getBoolean("mail"), row.getBoolean("sighting"), row.getBoolean("revived")))
			.single();
	}

	private static boolean isChat(Arrival arrival) {
		return arrival.folder() == Folder.CHATS;
	}

}
