package io.countersign.connector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.work.Claim;
import io.countersign.work.Pending;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WatchRepository implements Pending {

	private static final String MINE = " where id = :id and attempts = :attempts ";

	private final JdbcClient database;

	private final WatchProperties properties;

	WatchRepository(JdbcClient database, WatchProperties properties) {
		this.database = database;
		this.properties = properties;
	}

	/**
	 * What a reading begins with.
	 *
	 * @param comparing whether the folder is to be compared item by item
	 * @param compareAt since when it is to be compared
	 * @param rest how long the mailbox has to be left alone still
	 */
	record Begun(Watch watch, Optional<String> bookmark, boolean comparing, Optional<Instant> compareAt, long hints,
			Duration rest) {
	}

	void insert(String id, EmailAddress mailbox, Folder folder) {
		this.database.sql("""
				insert into watch (id, mailbox, folder) values (:id, :mailbox, :folder) on conflict do nothing
				""").param("id", id).param("mailbox", mailbox.value()).param("folder", folder.name()).update();
	}

	void keepOnly(EmailAddress mailbox, Set<Folder> folders) {
		this.database.sql("delete from watch where mailbox = :mailbox and folder <> all(:folders)")
			.param("mailbox", mailbox.value())
			.param("folders", folders.stream().map(Folder::name).toArray(String[]::new))
			.update();
	}

	List<Watch> all() {
		return this.database.sql("select * from watch order by mailbox, folder").query(WatchRepository::watch).list();
	}

	List<Watch> unreadSince(Instant time, int limit) {
		return this.database.sql(
				"select * from watch where coalesce(read_at, since) < :time order by coalesce(read_at, since) limit :limit")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(WatchRepository::watch)
			.list();
	}

	List<Watch> of(Collection<String> mailboxes) {
		return this.database.sql("select * from watch where mailbox = any(:mailboxes) order by mailbox, folder")
			.param("mailboxes", mailboxes.toArray(String[]::new))
			.query(WatchRepository::watch)
			.list();
	}

	/**
	 * As {@link #of}, and until the transaction ends nobody else writes them. A reader
	 * that finishes writes its watch first and the progress behind it; whoever changes
	 * what is watched begins with the watch too, or the two wait for each other.
	 */
	List<Watch> hold(EmailAddress mailbox) {
		return this.database.sql("select * from watch where mailbox = :mailbox order by mailbox, folder for update")
			.param("mailbox", mailbox.value())
			.query(WatchRepository::watch)
			.list();
	}

	Optional<Watch> find(String id) {
		return this.database.sql("select * from watch where id = :id")
			.param("id", id)
			.query(WatchRepository::watch)
			.optional();
	}

	/** The mailboxes of at most so many watches behind the given one. */
	List<String> mailboxesAfter(String mailbox, int limit) {
		return this.database
			.sql("select distinct mailbox from watch where mailbox > :mailbox order by mailbox limit :limit")
			.param("mailbox", mailbox)
			.param("limit", limit)
			.query((row, _) -> row.getString("mailbox"))
			.list();
	}

	/**
	 * Nothing when the claim is no longer the caller's. After a gap in the readings the
	 * folder is compared whether that is due or not (IN-5).
	 */
	Optional<Begun> begin(Claim claim, Duration gap) {
		return this.database
			.sql("""
					select *, coalesce(compare_at <= now() or read_at < now() - :gap * interval '1 millisecond', false) as comparing,
						greatest(0, coalesce(extract(epoch from rest_until - now()), 0) * 1000)::bigint as rest
					from watch
					"""
					+ MINE)
			.param("gap", gap.toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, number) -> new Begun(watch(row, number), Optional.ofNullable(row.getString("bookmark")),
					row.getBoolean("comparing"), instant(row, "compare_at"), row.getLong("hints"),
					Duration.ofMillis(row.getLong("rest"))))
			.optional();
	}

	/** Extends the lease. Answers false when somebody else holds the watch by now. */
	boolean stay(Claim claim, Duration lease) {
		return this.database.sql("update watch set due_at = now() + :lease * interval '1 millisecond'" + MINE)
			.param("lease", lease.toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	/**
	 * Writes how far the reading has come and extends the lease. Answers the database's
	 * time, or nothing when somebody else holds the watch by now.
	 */
	Optional<Instant> turn(Claim claim, @Nullable String bookmark, Duration lease) {
		return this.database
			.sql("update watch set bookmark = :bookmark, due_at = now() + :lease * interval '1 millisecond'" + MINE
					+ "returning now()")
			.param("bookmark", bookmark)
			.param("lease", lease.toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * The reading came to its end. The watch is due at its next turn, or after a breath
	 * when a hint was given meanwhile; a comparison that was asked for meanwhile is still
	 * to be made. Answers false when somebody else holds it by now.
	 * @param readAt when the reading began to look, by the database's clock
	 * @param compareAgain after which time the folder is compared again; null when it was
	 * not compared now
	 */
	boolean finish(Claim claim, Begun begun, @Nullable String bookmark, Instant readAt,
			@Nullable Duration compareAgain) {
		return this.database
			.sql("""
					update watch set bookmark = :bookmark, read_at = :readAt, returns = attempts, failures = 0, problem = null,
						heard = :hints,
						compare_at = case when :again::bigint is null or compare_at is distinct from :compared then compare_at
							else now() + :again * interval '1 millisecond' end,
						due_at = greatest(rest_until,
							now() + case when hints <> :hints then :breath else :every end * interval '1 millisecond')
					"""
					+ MINE)
			.param("bookmark", bookmark)
			.param("readAt", readAt.atOffset(ZoneOffset.UTC))
			.param("again", (compareAgain != null) ? compareAgain.toMillis() : null)
			.param("compared", begun.compareAt().map((at) -> at.atOffset(ZoneOffset.UTC)).orElse(null),
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("hints", begun.hints())
			.param("breath", this.properties.breath().toMillis())
			.param("every", this.properties.every().toMillis())
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	/**
	 * A row that is being read learns it at its end, one that rests when it has rested,
	 * one that was just read after a breath: mail that comes in a burst is fetched by one
	 * request.
	 */
	void hint(Collection<String> ids) {
		this.database.sql("""
				update watch set hints = hints + 1,
					due_at = case when attempts = returns then least(due_at, greatest(now(), rest_until,
						read_at + :breath * interval '1 millisecond')) else due_at end
				where id = any(:ids)
				""")
			.param("breath", this.properties.breath().toMillis())
			.param("ids", ids.toArray(String[]::new))
			.update();
	}

	/** What happened while nothing was read is found by comparing. */
	void compareAll() {
		this.database.sql("update watch set compare_at = now() where compare_at > now()").update();
	}

	/**
	 * Mailboxes of which a folder has not been read to its end for so long, or never
	 * since it is watched.
	 */
	long unread(Duration patience) {
		return this.database.sql("""
				select count(distinct mailbox) from watch
				where coalesce(read_at, since) < now() - :patience * interval '1 millisecond'
				""").param("patience", patience.toMillis()).query(Long.class).single();
	}

	void compare(Collection<String> ids) {
		this.database.sql("update watch set compare_at = now() where id = any(:ids)")
			.param("ids", ids.toArray(String[]::new))
			.update();
		hint(ids);
	}

	/** Nobody reads this mailbox before the time is over. */
	void rest(EmailAddress mailbox, Duration pause) {
		this.database
			.sql("""
					update watch set rest_until = greatest(rest_until, now() + :pause * interval '1 millisecond'),
						due_at = case when attempts = returns then greatest(due_at, now() + :pause * interval '1 millisecond')
							else due_at end
					where mailbox = :mailbox
					""")
			.param("pause", pause.toMillis())
			.param("mailbox", mailbox.value())
			.update();
	}

	@Override
	public long pending() {
		return this.database.sql("""
				select (select count(*) from watch where attempts > returns or due_at <= now() or hints > heard)
					+ (select count(*) from unfetched where due_at < now() + interval '10 minutes')
				""").query(Long.class).single();
	}

	private static Watch watch(ResultSet row, int number) throws SQLException {
		return new Watch(row.getString("id"), new EmailAddress(row.getString("mailbox")),
				Folder.valueOf(row.getString("folder")), row.getObject("since", OffsetDateTime.class).toInstant(),
				instant(row, "read_at"), Optional.ofNullable(row.getString("problem")));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
