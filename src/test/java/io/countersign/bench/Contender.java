package io.countersign.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Who takes in the mails of a round: the product or the floor. */
interface Contender extends AutoCloseable {

	/**
	 * Takes in all mails of a round that have been delivered before, and answers what
	 * that took of its own processes: its JVM and its PostgreSQL.
	 */
	Measurement walk(String round, int mails) throws IOException, SQLException, InterruptedException;

	/** The rows its mails have left so far. */
	Rows rows() throws SQLException;

	@Override
	void close() throws IOException;

}
