package io.countersign.journal;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OneClusterTests {

	private final JdbcClient database = TestDatabase.fresh().client();

	@Test
	void aJournalWrittenHereIsInOrder() {
		assertThatCode(this::check).doesNotThrowAnyException();
		entry("pg_current_xact_id()");

		assertThatCode(this::check).doesNotThrowAnyException();
	}

	@Test
	void aJournalWhoseTransactionsHaveNotHappenedHereStopsTheStart() {
		entry("'4611686018427387904'::xid8");

		assertThatIllegalStateException().isThrownBy(this::check)
			.withMessageContaining("4611686018427387904")
			.withMessageContaining("another PostgreSQL cluster");
	}

	private void check() {
		new OneCluster(this.database).afterPropertiesSet();
	}

	private void entry(String transaction) {
		this.database.sql("""
				insert into entry (transaction, stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
				values (%s, 'case/1', 1, 'x', 'x', now(), 'x', 'live', '{}', '', 'x')
				""".formatted(transaction)).update();
	}

}
