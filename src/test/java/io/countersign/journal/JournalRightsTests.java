package io.countersign.journal;

import io.countersign.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the product's own role may do to the journal, which another role owns. */
class JournalRightsTests {

	private static final JdbcClient DATABASE = migrated();

	@ParameterizedTest
	@ValueSource(strings = { "entry", "tree_head" })
	void AU_02_theProductsRoleMayAddToTheJournalAndDoNothingElse(String table) {
		assertThat(may("INSERT", table)).isTrue();
		assertThat(may("SELECT", table)).isTrue();
		for (var change : new String[] { "UPDATE", "DELETE", "TRUNCATE" }) {
			assertThat(may(change, table)).as(change).isFalse();
		}
	}

	@Test
	void DP_03_theProductsRoleMayForgetWordsAndNotChangeThem() {
		assertThat(may("INSERT", "entry_words")).isTrue();
		assertThat(may("DELETE", "entry_words")).isTrue();
		assertThat(may("UPDATE", "entry_words")).isFalse();
		assertThat(may("TRUNCATE", "entry_words")).isFalse();
	}

	@Test
	void AU_02_anotherRoleOwnsTheJournal() {
		var owner = DATABASE.sql("select tableowner from pg_tables where tablename = 'entry'")
			.query(String.class)
			.single();

		assertThat(owner).isNotEqualTo("countersign_app");
		assertThat(may("DELETE", "stream_head")).isFalse();
		assertThat(may("UPDATE", "case_file")).as("the journal alone is closed").isTrue();
	}

	private static boolean may(String what, String table) {
		return DATABASE.sql("select has_table_privilege('countersign_app', ?, ?)")
			.params(table, what)
			.query(Boolean.class)
			.single();
	}

	/** The tables as they are made where the product has a role of its own. */
	private static JdbcClient migrated() {
		var database = TestDatabase.empty();
		database.client().sql("""
				do $$ begin
					if not exists (select from pg_roles where rolname = 'countersign_app') then
						create role countersign_app;
					end if;
				end $$
				""").update();
		Flyway.configure().dataSource(database.dataSource()).load().migrate();
		return database.client();
	}

}
