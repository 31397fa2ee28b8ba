package io.countersign.connector.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.work.Claim;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@ThroughGraph
@Repository
class SubscriptionRepository {

	private static final String MINE = " where id = :id and attempts = :attempts ";

	private static final String AT_HALF_LIFE = """
			returns = attempts, failures = 0, problem = null,
				due_at = now() + (:expires::timestamptz - now()) / 2
			""";

	private final JdbcClient database;

	SubscriptionRepository(JdbcClient database) {
		this.database = database;
	}

	/** A subscription that notifications name. */
	record Known(String remoteId, String watch, byte[] stateHash) {
	}

	/** Watches without a row for their subscription get one, due now. */
	int addMissing() {
		return this.database.sql("insert into subscription (id) select id from watch on conflict do nothing").update();
	}

	void add(String watch) {
		this.database.sql("insert into subscription (id) values (:watch) on conflict do nothing")
			.param("watch", watch)
			.update();
	}

	/** The id at Graph, when there is a subscription. */
	Optional<String> remoteId(Claim claim) {
		return this.database.sql("select remote_id from subscription" + MINE + "and remote_id is not null")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query(String.class)
			.optional();
	}

	/** From here on handshakes are answered, for so long. */
	void creating(Claim claim, Duration patience) {
		this.database.sql(
				"update subscription set remote_id = null, creating_until = now() + :patience * interval '1 millisecond'"
						+ MINE)
			.param("patience", patience.toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	boolean isCreating() {
		return this.database.sql("select exists (select 1 from subscription where creating_until > now())")
			.query(Boolean.class)
			.single();
	}

	/** Due again at half of its life. Answers false when nobody needs it any more. */
	boolean created(Claim claim, String remoteId, byte[] stateHash, Instant expires) {
		return this.database
			.sql("update subscription set remote_id = :remote, state_hash = :state, creating_until = null,"
					+ " expires_at = :expires, " + AT_HALF_LIFE + MINE)
			.param("remote", remoteId)
			.param("state", stateHash)
			.param("expires", expires.atOffset(ZoneOffset.UTC))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	void renewed(Claim claim, Instant expires) {
		this.database
			.sql("update subscription set expires_at = :expires, " + AT_HALF_LIFE + MINE + "and remote_id is not null")
			.param("expires", expires.atOffset(ZoneOffset.UTC))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	List<Known> find(Collection<String> remoteIds) {
		return this.database.sql(
				"select remote_id, id, state_hash from subscription where remote_id = any(:ids) and state_hash is not null")
			.param("ids", remoteIds.toArray(String[]::new))
			.query((row, _) -> new Known(row.getString("remote_id"), row.getString("id"), row.getBytes("state_hash")))
			.list();
	}

	/** The subscription of this watch is to be ended at Graph. */
	void drop(String watch) {
		this.database.sql("""
				insert into dropped_subscription (id, mailbox)
				select s.remote_id, w.mailbox from subscription s join watch w on w.id = s.id
				where s.id = :watch and s.remote_id is not null
				on conflict do nothing
				""").param("watch", watch).update();
	}

	void drop(String remoteId, EmailAddress mailbox) {
		this.database
			.sql("insert into dropped_subscription (id, mailbox) values (:id, :mailbox) on conflict do nothing")
			.param("id", remoteId)
			.param("mailbox", mailbox.value())
			.update();
	}

	/** Whose mailbox the subscription that is to be ended is about. */
	Optional<EmailAddress> dropped(Claim claim) {
		return this.database.sql("select mailbox from dropped_subscription" + MINE)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new EmailAddress(row.getString("mailbox")))
			.optional();
	}

	void forget(Claim claim) {
		this.database.sql("delete from dropped_subscription" + MINE)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/** Graph wants to hear from us, or has dropped them. */
	void due(Collection<String> watches, boolean dropped) {
		this.database.sql("""
				update subscription set due_at = case when attempts = returns then now() else due_at end,
					remote_id = case when :dropped then null else remote_id end
				where id = any(:ids)
				""").param("ids", watches.toArray(String[]::new)).param("dropped", dropped).update();
	}

}
