package io.countersign.work;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The waiting side of a domain table. The table has {@code id text}, {@code due_at
 * timestamptz} (null when nothing is due), and the counters {@code attempts},
 * {@code returns} and {@code failures}; {@code problem text} says why it waits.
 */
public final class DueTable {

	private static final String DUE = "due_at = now() + :pause * interval '1 millisecond'";

	private static final Pattern NAME = Pattern.compile("[a-z_]+");

	private final JdbcClient database;

	private final String name;

	DueTable(JdbcClient database, String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("Not the name of a table: " + name);
		}
		this.database = database;
		this.name = name;
	}

	/**
	 * Claims what is due, longest waiting first, in one statement that must not run
	 * inside a transaction of the caller: workers have to see the claim. A row whose
	 * holder dies is due again when the lease ends.
	 */
	List<Claim> claim(int limit, Duration lease) {
		return this.database.sql("""
				update %1$s set attempts = attempts + 1, due_at = now() + :lease * interval '1 millisecond'
				where id in (
					select id from %1$s where due_at <= now() order by due_at limit :limit for update skip locked
				)
				returning id, attempts, attempts - 1 - returns as deaths, failures
				""".formatted(this.name))
			.param("lease", lease.toMillis())
			.param("limit", limit)
			.query((row, _) -> new Claim(row.getString("id"), row.getInt("attempts"), row.getInt("deaths"),
					row.getInt("failures")))
			.list();
	}

	/** Extends the lease. Answers false when somebody else holds the row by now. */
	public boolean keep(Claim claim, Duration lease) {
		return write(claim, DUE, lease, null);
	}

	/** The row is due again later, which is no failure. */
	public boolean postpone(Claim claim, Duration pause, String reason) {
		return write(claim, "returns = returns + 1, problem = :reason, " + DUE, pause, reason);
	}

	/** The row has been worked on and is due again at its next turn. */
	public boolean again(Claim claim, Duration pause) {
		return write(claim, "returns = attempts, failures = 0, problem = :reason, " + DUE, pause, null);
	}

	boolean fail(Claim claim, Duration pause, String reason) {
		return write(claim, "returns = returns + 1, failures = failures + 1, problem = :reason, " + DUE, pause, reason);
	}

	private boolean write(Claim claim, String change, Duration pause, @Nullable String reason) {
		return this.database
			.sql("update %s set %s where id = :id and attempts = :attempts".formatted(this.name, change))
			.param("pause", pause.toMillis())
			.param("reason", reason)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

}
