package io.countersign.journal;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries as they are kept, for whoever only reads them. */
@Component
public class JournalArchive {

	private final JdbcClient database;

	JournalArchive(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Entries of a type that have one of these values at a place of their data, oldest
	 * first. It reads all of them, so it takes its time.
	 */
	public List<Entry> find(String type, List<String> place, Collection<String> values) {
		return this.database
			.sql(EntryRepository.COLUMNS
					+ "where type = :type and data #>> :place::text[] = any(:values) order by position")
			.param("type", type)
			.param("place", place.toArray(String[]::new))
			.param("values", values.toArray(String[]::new))
			.query(EntryRepository::entry)
			.list();
	}

	/** Those of these streams that hold an entry of a type. */
	public Set<String> streamsWith(String type, Collection<String> streams) {
		return this.database.sql("select distinct stream from entry where type = :type and stream = any(:streams)")
			.param("type", type)
			.param("streams", streams.toArray(String[]::new))
			.query((row, _) -> row.getString("stream"))
			.set();
	}

}
