package io.countersign.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.countersign.identity.EmailAddress;

/** Every item a mailbox has shown. Its key refuses every duplicate. */
@Repository
class LedgerRepository {

	/** The states of an item whose bytes are still, or again, to be fetched. */
	private static final Set<String> WANTED = Set.of("GONE", "REVIVED", "UNFETCHED", "UNFETCHABLE");

	private final JdbcClient database;

	private final KeyedHash hashes;

	LedgerRepository(JdbcClient database, KeyedHash hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/** What the ledger says of an item it knows. */
	record Known(String state, Folder folder) {

		boolean isWanted() {
			return WANTED.contains(this.state);
		}

	}

	/** The entries of those items that have one, by the item's key. */
	Map<String, Known> known(Map<String, Arrival> items) {
		return this.database.sql("select item_hash, state, folder from sighting where item_hash = any(:items)")
			.param("items", keys(items))
			.query((row, _) -> Map.entry(HexFormat.of().formatHex(row.getBytes("item_hash")),
					new Known(row.getString("state"), Folder.valueOf(row.getString("folder")))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	String key(Arrival arrival) {
		return HexFormat.of().formatHex(this.hashes.ofItem(arrival.mailbox(), arrival.itemId()));
	}

	/** What was put into Sent Items was not sent from there (VA-11a). */
	void moved(Map<String, Arrival> items) {
		this.database.sql("""
				update sighting set folder = moved.folder
				from unnest(:items, :folders) as moved (item_hash, folder)
				where sighting.item_hash = moved.item_hash and moved.folder <> 'SENT'
				""")
			.param("items", keys(items))
			.param("folders", items.values().stream().map((arrival) -> arrival.folder().name()).toArray(String[]::new))
			.update();
	}

	/**
	 * Keeps of items nothing but that they were there, when, and why they were left. One
	 * that was wanted again is shown as what it is now.
	 * @param state RULED_OUT, GONE or UNFETCHED
	 */
	void leave(Map<String, Arrival> items, List<String> reasons, String state) {
		var arrivals = List.copyOf(items.values());
		this.database
			.sql("""
					insert into sighting (item_hash, mailbox, folder, received_at, state, reason, internet_id_hash, not_before)
					select item_hash, mailbox, folder, received_at::timestamptz, :state, reason, internet_id_hash,
						not_before::timestamptz
					from unnest(:items, :mailboxes, :folders, :received, :reasons, :ids, :notBefore)
						as item (item_hash, mailbox, folder, received_at, reason, internet_id_hash, not_before)
					on conflict (item_hash) do update set state = excluded.state, reason = excluded.reason
					where sighting.state = any(:wanted) and excluded.state <> 'RULED_OUT'
					""")
			.param("wanted", WANTED.toArray(String[]::new))
			.param("state", state)
			.param("items", keys(items))
			.param("mailboxes", strings(arrivals.stream().map((arrival) -> arrival.mailbox().value()).toList()))
			.param("folders", strings(arrivals.stream().map((arrival) -> arrival.folder().name()).toList()))
			.param("received", strings(arrivals.stream().map((arrival) -> arrival.receivedAt().toString()).toList()))
			.param("reasons", strings(reasons))
			.param("notBefore",
					arrivals.stream()
						.map((arrival) -> arrival.filing().notBefore().map(Instant::toString).orElse(null))
						.toArray(String[]::new))
			.param("ids", arrivals.stream().map(this::internetIdHash).toArray(byte[][]::new))
			.update();
		mention(items);
	}

	void settleUnfetched(EmailAddress mailbox, String itemId, String state, String reason) {
		this.database.sql("""
				update sighting set state = :state, reason = :reason where item_hash = :item and state = 'UNFETCHED'
				""")
			.param("state", state)
			.param("reason", reason)
			.param("item", this.hashes.ofItem(mailbox, itemId))
			.update();
	}

	void leaveUnfetched(EmailAddress mailbox, Folder folder) {
		this.database.sql("""
				update sighting set state = 'GONE', reason = 'The mailbox is not watched any more.'
				where mailbox = :mailbox and folder = :folder and state = 'UNFETCHED'
				""").param("mailbox", mailbox.value()).param("folder", folder.name()).update();
	}

	List<String> unseen(EmailAddress mailbox, List<String> itemIds) {
		if (itemIds.isEmpty()) {
			return List.of();
		}
		var hashes = itemIds.stream().map((id) -> this.hashes.ofItem(mailbox, id)).toArray(byte[][]::new);
		// One by one, for a plan that was made while the ledger was small would read all
		// of it.
		return this.database.sql("""
				select item.place from unnest(:items) with ordinality as item (hash, place)
				where ((select state from sighting where item_hash = item.hash) = any(:wanted)) is not false
				order by item.place
				""")
			.param("items", hashes)
			.param("wanted", WANTED.toArray(String[]::new))
			.query((row, _) -> itemIds.get(row.getInt("place") - 1))
			.list();
	}

	/** Wants what was left because nobody knew that this mail matters. */
	List<ResyncWanted> revive(String internetMessageId) {
		return this.database.sql("""
				with awaited as (
					delete from mention where referenced = :id returning item_hash
				), wanted as (
					select item_hash from awaited union
					select copy.item_hash from awaited join sighting one using (item_hash)
						join sighting copy on copy.message = one.message
				), revived as (
					update sighting set state = 'REVIVED'
					where item_hash in (select item_hash from wanted) and state in ('RULED_OUT', 'IGNORED')
					returning mailbox, folder
				)
				select distinct mailbox, folder from revived
				""").param("id", this.hashes.ofMessageId(internetMessageId)).query(LedgerRepository::resync).list();
	}

	/** Wants the other copies of a forgotten mail that matters now. */
	List<ResyncWanted> revive(MessageId id) {
		return this.database.sql("""
				with revived as (
					update sighting set state = 'REVIVED' where message = :id and state = 'IGNORED'
					returning mailbox, folder
				)
				select distinct mailbox, folder from revived
				""").param("id", id.value()).query(LedgerRepository::resync).list();
	}

	static ResyncWanted resync(ResultSet row, int number) throws SQLException {
		return new ResyncWanted(new EmailAddress(row.getString("mailbox")), Folder.valueOf(row.getString("folder")));
	}

	private void mention(Map<String, Arrival> items) {
		var mentions = items.entrySet()
			.stream()
			.flatMap((item) -> item.getValue().preview().earlier().stream().map((id) -> Map.entry(id, item.getKey())))
			.toList();
		if (mentions.isEmpty()) {
			return;
		}
		this.database.sql("""
				insert into mention (referenced, item_hash) select * from unnest(:ids, :items) on conflict do nothing
				""")
			.param("ids", this.hashes.ofMessageIds(mentions.stream().map(Map.Entry::getKey).toList()))
			.param("items",
					mentions.stream()
						.map((mention) -> HexFormat.of().parseHex(mention.getValue()))
						.toArray(byte[][]::new))
			.update();
	}

	private byte @Nullable [] internetIdHash(Arrival arrival) {
		return arrival.preview().threading().messageId().map(this.hashes::ofMessageId).orElse(null);
	}

	private static byte[][] keys(Map<String, Arrival> items) {
		return items.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
	}

	private static String[] strings(List<String> values) {
		return values.toArray(String[]::new);
	}

}
