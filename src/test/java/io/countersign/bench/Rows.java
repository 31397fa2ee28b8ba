package io.countersign.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows stand in the tables that a mail reaches. The last ones a floor has no use
 * for: reading of files, encryption and search.
 */
record Rows(Map<String, Long> counts) {

	private static final List<String> TABLES = List.of("sighting", "blob", "message", "mail", "message_file",
			"case_file", "participant", "case_message", "case_document", "ask", "entry", "entry_words", "stream_head",
			"document", "content_key", "content_wrap", "mail_words");

	static Rows in(String jdbcUrl) throws SQLException {
		var counts = new LinkedHashMap<String, Long>();
		try (var connection = DriverManager.getConnection(jdbcUrl); var statement = connection.createStatement()) {
			for (var table : TABLES) {
				try (var row = statement.executeQuery("select count(*) from " + table)) {
					row.next();
					counts.put(table, row.getLong(1));
				}
			}
		}
		return new Rows(counts);
	}

	Rows since(Rows before) {
		var more = new LinkedHashMap<String, Long>();
		this.counts.forEach((table, count) -> more.put(table, count - before.counts.getOrDefault(table, 0L)));
		return new Rows(more);
	}

	/** Each table with its rows here and there. */
	static void print(Rows product, Rows floor) {
		product.counts.forEach((table, count) -> System.out.printf("%-34s %12d %12d%n", "rows: " + table, count,
				floor.counts.getOrDefault(table, 0L)));
	}

}
