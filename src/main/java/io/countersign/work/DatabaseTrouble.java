package io.countersign.work;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * A failure of the database and not of what was to be done: it is away, full, or had to
 * call off a transaction. It says nothing of the row that was worked on (OP-2).
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL
 * error codes</a>
 */
final class DatabaseTrouble {

	/** Connection, rollback, resources, shutdown, and errors of the system. */
	private static final Set<String> CLASSES = Set.of("08", "40", "53", "58");

	/**
	 * Shut down, crashed, not up yet; locked; and a copy that may not be written to, as
	 * after a failover.
	 */
	private static final Set<String> CODES = Set.of("57P01", "57P02", "57P03", "55P03", "25006");

	private DatabaseTrouble() {
	}

	static boolean isBehind(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException refused) {
				return isTrouble(refused);
			}
		}
		return false;
	}

	/** A pool that has no connection left says so without a code. */
	private static boolean isTrouble(SQLException refused) {
		var code = refused.getSQLState();
		return (code != null) ? CODES.contains(code) || CLASSES.contains(code.substring(0, Math.min(2, code.length())))
				: refused instanceof SQLTransientException;
	}

}
