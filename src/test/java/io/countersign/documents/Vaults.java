package io.countersign.documents;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import io.countersign.documents.vault.MasterKeys;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The keys of a database, as a process of the product holds them. */
final class Vaults {

	private Vaults() {
	}

	static ContentKeys keys(DataSource database, Clock clock, String masterKey) {
		var rows = new ContentKeyRepository(new JdbcTemplate(database));
		var masters = MasterKeys.of(masterKey, List.of());
		return new ContentKeys(rows, new ContentWrapRepository(new JdbcTemplate(database)), masters,
				new ArrivalKey(rows, masters, clock, new DataSourceTransactionManager(database)));
	}

}
