package io.countersign.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.countersign.documents.DocumentId;

/** Writes what became of a message. */
@Repository
class Settlements {

	private final JdbcClient database;

	private final KeyedHash hashes;

	Settlements(JdbcClient database, KeyedHash hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/**
	 * The message is part of a case, so the answers to it matter, also those that had
	 * been left, and those on the review list are read again.
	 * @return the folders that hold such answers
	 */
	List<ResyncWanted> inCase(MessageId id, String caseId, String reason) {
		return this.database.sql("""
				with settled as (
					update message set state = 'IN_CASE', case_id = :case, reason = :reason
					where id = :id and raw is not null
					returning internet_id_hash
				), awaited as (
					delete from mention using settled, sighting
					where referenced = settled.internet_id_hash and sighting.item_hash = mention.item_hash
						and sighting.state in ('RULED_OUT', 'IGNORED')
					returning mention.item_hash, sighting.message
				), reviewed as (
					update message set due_at = now()
					where state = 'IN_REVIEW' and due_at is null and id in (
						select sighting.message from settled join mention on referenced = settled.internet_id_hash
							join sighting on sighting.item_hash = mention.item_hash
					)
				), wanted as (
					select item_hash from awaited union
					select copy.item_hash from awaited join sighting copy using (message)
				), revived as (
					update sighting set state = 'REVIVED'
					where item_hash in (select item_hash from wanted) and state in ('RULED_OUT', 'IGNORED')
					returning mailbox, folder
				)
				select distinct mailbox, folder from revived
				""")
			.param("id", id.value())
			.param("case", caseId)
			.param("reason", reason)
			.query(LedgerRepository::resync)
			.list();
	}

	void inReview(MessageId id, String reason, Collection<String> earlier) {
		this.database.sql("""
				with reviewed as (
					update message set state = 'IN_REVIEW', reason = :reason where id = :id and raw is not null
					returning id
				)
				insert into mention (referenced, item_hash)
				select referenced, item_hash from reviewed join sighting on message = id, unnest(:earlier) as referenced
				on conflict do nothing
				""")
			.param("id", id.value())
			.param("reason", reason)
			.param("earlier", this.hashes.ofMessageIds(earlier))
			.update();
	}

	/**
	 * The message keeps its state and has its turn again after the pause at the latest.
	 */
	void later(MessageId id, Duration pause, String reason, Collection<String> earlier) {
		this.database.sql("""
				with waiting as (
					update message set reason = :reason, due_at = now() + :pause * interval '1 millisecond'
					where id = :id and raw is not null
					returning id
				)
				insert into mention (referenced, item_hash)
				select referenced, item_hash from waiting join sighting on message = id, unnest(:earlier) as referenced
				on conflict do nothing
				""")
			.param("id", id.value())
			.param("reason", reason)
			.param("pause", pause.toMillis())
			.param("earlier", this.hashes.ofMessageIds(earlier))
			.update();
	}

	/**
	 * Keeps that the message was seen, and keyed hashes to know it again. The message
	 * changes before its items do, for that is how both are counted.
	 * @return the files no other message holds
	 */
	List<DocumentId> forget(MessageId id, String reason, Collection<String> earlier) {
		return this.database.sql("""
				with forgotten as (
					update message set state = 'IGNORED', reason = :reason, raw = null, case_id = null, due_at = null
					where id = :id and raw is not null
					returning id
				), unread as (
					delete from mail where message = :id
				), unfiled as (
					delete from message_file where message = :id returning document
				), unnamed as (
					update sighting set state = 'IGNORED', item_id = null, conversation_id = null
					where message = :id and (select count(*) from forgotten) < 2
					returning item_hash
				), mentioned as (
					insert into mention (referenced, item_hash)
					select referenced, item_hash from unnamed, unnest(:earlier) as referenced
					on conflict do nothing
				)
				select document from unfiled
				where not exists (
					select 1 from message_file other where other.document = unfiled.document and other.message <> :id
				)
				""")
			.param("id", id.value())
			.param("reason", reason)
			.param("earlier", this.hashes.ofMessageIds(earlier))
			.query((row, _) -> DocumentId.of(row.getBytes("document")))
			.list();
	}

}
