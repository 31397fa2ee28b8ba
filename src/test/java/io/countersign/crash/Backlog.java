package io.countersign.crash;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows the product still works on, so that a test that waits in vain can name them.
 */
final class Backlog {

	private static final List<String> TABLES = List.of("message", "document", "unfetched", "writeback", "watch");

	private static final int MOST = 20;

	private Backlog() {
	}

	static String of(String jdbcUrl) {
		var lines = new ArrayList<String>();
		try (var connection = DriverManager.getConnection(jdbcUrl); var statement = connection.createStatement()) {
			for (var table : TABLES) {
				var rows = statement.executeQuery(
						"""
								select id, attempts, returns, failures, round(extract(epoch from due_at - now())) as due, problem
								from %s where due_at < now() + interval '10 minutes' order by due_at limit %d
								"""
							.formatted(table, MOST));
				while (rows.next()) {
					lines.add("%s %s attempts=%s returns=%s failures=%s due in %s s: %s".formatted(table,
							rows.getString("id"), rows.getInt("attempts"), rows.getInt("returns"),
							rows.getInt("failures"), rows.getString("due"), rows.getString("problem")));
				}
			}
		}
		catch (SQLException ex) {
			lines.add(ex.toString());
		}
		return String.join("\n", lines);
	}

}
