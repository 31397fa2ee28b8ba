package io.countersign.work;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The waiting side of a domain table. The table has {@code id text}, {@code due_at
 * timestamptz} (null when nothing is due, with a partial index on the others), and the
 * counters {@code attempts}, {@code returns} and {@code failures}; {@code problem text}
 * says why it waits, or why it is stuck.
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

	/** Which of the due rows are meant. */
	enum Kind {

		ANY("true"), FRESH("attempts = returns"),

		/** Held by a process that ended: the row may be what ended it. */
		SUSPECT("attempts > returns");

		private final String condition;

		Kind(String condition) {
			this.condition = condition;
		}

	}

	String name() {
		return this.name;
	}

	/**
	 * Claims what is due, longest waiting first, in one statement that must not run
	 * inside a transaction of the caller: workers have to see the claim. A row whose
	 * holder dies is due again when the lease ends.
	 */
	List<Claim> claim(Kind kind, int limit, Duration lease) {
		return this.database
			.sql("""
					update %1$s set attempts = attempts + 1, due_at = now() + :lease * interval '1 millisecond'
					where id = any(array(
						select id from %1$s where due_at <= now() and %2$s order by due_at limit :limit for update skip locked
					))
					returning id, attempts, attempts - 1 - returns as deaths, failures
					"""
				.formatted(this.name, kind.condition))
			.param("lease", lease.toMillis())
			.param("limit", limit)
			.query((row, _) -> new Claim(row.getString("id"), row.getInt("attempts"), row.getInt("deaths"),
					row.getInt("failures")))
			.list();
	}

	boolean hasDue(Kind kind) {
		return this.database
			.sql("select exists (select 1 from %s where due_at <= now() and %s)".formatted(this.name, kind.condition))
			.query(Boolean.class)
			.single();
	}

	/** Extends the lease. Answers false when somebody else holds the row by now. */
	public boolean keep(Claim claim, Duration lease) {
		return write(claim, DUE, lease, null);
	}

	/**
	 * Nothing is due any more. Called in the transaction of the work, which must undo
	 * itself when the answer is false: somebody else holds the row by now.
	 */
	public boolean done(Claim claim) {
		return write(claim, "returns = attempts, failures = 0, problem = :reason, due_at = null", Duration.ZERO, null);
	}

	/** The row is due again later, which is no failure. */
	public boolean postpone(Claim claim, Duration pause, String reason) {
		return write(claim, "returns = returns + 1, problem = :reason, " + DUE, pause, reason);
	}

	/** The row has been worked on and is due again at its next turn. */
	public boolean again(Claim claim, Duration pause) {
		return write(claim, "returns = attempts, failures = 0, problem = :reason, " + DUE, pause, null);
	}

	/** The row is stuck until a person looks. */
	public boolean park(Claim claim, String reason) {
		return write(claim, "returns = attempts, problem = :reason, due_at = null", Duration.ZERO, reason);
	}

	boolean fail(Claim claim, Duration pause, String reason) {
		return write(claim, "returns = returns + 1, failures = failures + 1, problem = :reason, " + DUE, pause, reason);
	}

	/** The claim was never begun, so it counts as if it had not been. */
	void handBack(Claim claim) {
		write(claim, "returns = returns + 1, " + DUE, Duration.ZERO, null);
	}

	private boolean write(Claim claim, String change, Duration pause, @Nullable String reason) {
		return this.database
			.sql("update %s set %s where id = :id and attempts = :attempts".formatted(this.name, change))
			.param("pause", pause.toMillis())
			.param("reason", (reason != null) ? reason.replace("\0", "") : null)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

}
