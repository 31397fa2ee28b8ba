package io.countersign.journal;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The journal is read in the order of its transactions, whose numbers belong to one
 * PostgreSQL cluster. In another one they begin anew: old entries would be hidden until
 * the numbers have caught up, and new ones would come before every reader's place.
 */
@Component
class OneCluster implements InitializingBean {

	private final JdbcClient database;

	OneCluster(JdbcClient database) {
		this.database = database;
	}

	/**
	 * @throws IllegalStateException when entries are ahead of this cluster
	 */
	@Override
	public void afterPropertiesSet() {
		var ahead = this.database.sql("""
				select transaction::text as last from entry
				where transaction >= pg_snapshot_xmax(pg_current_snapshot())
				order by transaction desc, position desc limit 1
				""").query(String.class).optional();
		ahead.ifPresent((transaction) -> {
			throw new IllegalStateException("The journal in this database was written in another PostgreSQL cluster: "
					+ "its last transaction, %s, has not happened in this one. ".formatted(transaction)
					+ "It was moved by a dump, or only a part of the cluster was restored. "
					+ "Restore a physical backup, or set the cluster's next transaction behind that one "
					+ "(pg_resetwal --next-transaction-id, --epoch).");
		});
	}

}
