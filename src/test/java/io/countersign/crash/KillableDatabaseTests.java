package io.countersign.crash;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KillableDatabaseTests {

	@TempDir
	Path directory;

	@Test
	void whatWasCommittedIsThereAfterTheKill() throws Exception {
		try (var database = KillableDatabase.start(this.directory)) {
			var before = database.postmaster().pid();
			try (var connection = DriverManager.getConnection(database.jdbcUrl());
					var statement = connection.createStatement()) {
				statement.execute("create table fact (number int)");
				statement.execute("insert into fact values (42)");
			}

			database.killAndRestart();

			assertThat(database.postmaster().pid()).isNotEqualTo(before);
			try (var connection = DriverManager.getConnection(database.jdbcUrl());
					var statement = connection.createStatement();
					var rows = statement.executeQuery("select number from fact")) {
				assertThat(rows.next()).isTrue();
				assertThat(rows.getInt(1)).isEqualTo(42);
			}
		}
	}

}
