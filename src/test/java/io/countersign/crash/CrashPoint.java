package io.countersign.crash;

import java.util.regex.Pattern;

/**
 * A named moment of intake or write-back at which a process may die.
 * <p>
 * A moment is a statement the product sends to its database, and the side of the commit
 * on which the process dies. What the connector does on the wire lies between two such
 * moments: the draft is made after the claim's commit and before the draft id is saved,
 * the send happens after that id's commit and before the row is marked sent.
 */
enum CrashPoint {

	RAW_BYTES_STORED("insert into blob\\b", Side.BEFORE_COMMIT),
	LEDGER_ROW_WRITTEN("insert into sighting", Side.BEFORE_COMMIT),
	MAIL_RECEIVED("insert into sighting", Side.AFTER_COMMIT), CURSOR_ADVANCED("update watch", Side.AFTER_COMMIT),
	READING_CLAIMED("update message.*attempts", Side.AFTER_COMMIT),
	CASE_WRITTEN("insert into case_file\\b", Side.BEFORE_COMMIT),
	CASE_COMMITTED("insert into case_file\\b", Side.AFTER_COMMIT),
	VERDICT_WRITTEN("insert into verdict", Side.BEFORE_COMMIT),
	VERDICT_COMMITTED("insert into verdict", Side.AFTER_COMMIT),
	ANSWER_CLAIMED("update writeback.*attempts", Side.AFTER_COMMIT),
	DRAFT_SAVED("update writeback.*draft", Side.AFTER_COMMIT),
	DRAFT_UNSAVED("update writeback.*draft", Side.BEFORE_STATEMENT),
	SENT_UNMARKED("update writeback.*sent", Side.BEFORE_STATEMENT),
	SENT_MARKED("update writeback.*sent", Side.BEFORE_COMMIT);

	private final Pattern statement;

	private final Side side;

	CrashPoint(String statement, Side side) {
		this.statement = Pattern.compile(statement, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
		this.side = side;
	}

	boolean isReachedBy(String sql) {
		return this.statement.matcher(sql).find();
	}

	Side side() {
		return this.side;
	}

	/** Where, seen from the statement, the process dies. */
	enum Side {

		BEFORE_STATEMENT, BEFORE_COMMIT, AFTER_COMMIT

	}

}
