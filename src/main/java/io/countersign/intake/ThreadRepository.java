package io.countersign.intake;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails name each other as earlier ones, whatever the order in which they come. */
@Repository
class ThreadRepository {

	private final JdbcClient database;

	private final KeyedHash hashes;

	ThreadRepository(JdbcClient database, KeyedHash hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/**
	 * What nobody else may hold while this mail is read: its own name, and those of the
	 * mails before it. In an order in which no two mails wait for each other.
	 */
	Long[] locks(Message message) {
		return locks(Stream.concat(message.internetMessageId().stream(), message.earlier().stream()));
	}

	Long[] locks(Stream<String> internetMessageIds) {
		return internetMessageIds.map((id) -> ByteBuffer.wrap(this.hashes.ofMessageId(id)).getLong())
			.distinct()
			.sorted()
			.toArray(Long[]::new);
	}

	/**
	 * Until this transaction ends nobody else reads or leaves a mail that is, or names,
	 * one of these.
	 */
	void lock(Long[] names) {
		this.database.sql("select count(pg_advisory_xact_lock(name)::text) from unnest(:names) as name")
			.param("names", names)
			.query(Long.class)
			.single();
	}

	/** Whether one of these mails has never been seen. */
	boolean misses(Collection<String> earlier) {
		return this.database.sql("""
				select exists (
					select 1 from unnest(:earlier) as named (hash)
					where not exists (
						select 1 from sighting where internet_id_hash = named.hash and state <> 'UNFETCHED'
					)
				)
				""").param("earlier", this.hashes.ofMessageIds(earlier)).query(Boolean.class).single();
	}

	/**
	 * Whether one of these mails, but for this one, has its turn to be settled still
	 * before it.
	 */
	boolean unsettled(MessageId id, Collection<String> earlier) {
		return this.database.sql("""
				select exists (
					select 1 from sighting s join message m on m.id = s.message
					where s.internet_id_hash = any(:earlier) and m.id <> :id and m.state = 'NEW'
						and m.due_at is not null
				)
				""")
			.param("id", id.value())
			.param("earlier", this.hashes.ofMessageIds(earlier))
			.query(Boolean.class)
			.single();
	}

	/** Whether it was taken in no longer ago. */
	boolean isYoung(MessageId id, Duration age) {
		return this.database.sql("""
				select exists (
					select 1 from message where id = :id and taken_at > now() - :age * interval '1 millisecond'
				)
				""").param("id", id.value()).param("age", age.toMillis()).query(Boolean.class).single();
	}

	/** The mails this one names are known for that when they come. */
	void expect(MessageId id, Collection<String> earlier) {
		this.database.sql("""
				insert into mention (referenced, item_hash)
				select referenced, item_hash from sighting, unnest(:earlier) as referenced
				where message = :id on conflict do nothing
				""").param("id", id.value()).param("earlier", this.hashes.ofMessageIds(earlier)).update();
	}

	/**
	 * Messages of cases that expect one of these mails. Looked up one by one: planned
	 * while the ledger is young, a join reads all of it for each mail as it grows.
	 */
	List<MessageId> expecting(Collection<String> internetMessageIds) {
		return this.database.sql("""
				select distinct expecting.message from mention n cross join lateral (
					select s.message from sighting s
					where s.item_hash = n.item_hash
						and (select m.state from message m where m.id = s.message) = 'IN_CASE' limit 1
				) expecting
				where n.referenced = any(:ids) order by expecting.message
				""")
			.param("ids", this.hashes.ofMessageIds(internetMessageIds))
			.query((row, _) -> new MessageId(row.getString("message")))
			.list();
	}

}
