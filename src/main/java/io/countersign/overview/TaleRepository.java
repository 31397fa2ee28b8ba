package io.countersign.overview;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.countersign.identity.Level;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the journal tells of the cases that still run or have changed lately. */
@Repository
class TaleRepository {

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	private static final String PREFIX = "case/";

	private final JdbcClient database;

	TaleRepository(JdbcClient database) {
		this.database = database;
	}

	List<CaseTale> since(Instant since) {
		var collector = new Collector();
		this.database
			.sql("""
					select stream, type, at, data::text as data from entry
					where stream in (select stream from entry where at >= :since and stream like 'case/%'
							union select 'case/' || id from case_file where state = 'WAITING')
						and type in ('case.opened', 'participant.changed', 'request.sent', 'task.ordered', 'task.changed', 'holder.changed',
							'verdict.recorded', 'case.closed', 'case.merged', 'case.updated')
					order by stream, sequence
					""")
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query((row) -> {
				collector.add(row.getString("stream"),
						new Fact(row.getString("type"), row.getObject("at", OffsetDateTime.class).toInstant(),
								JSON.readValue(row.getString("data"), DATA)));
			});
		collector.close();
		return collector.tales;
	}

	/** Where the people behind these addresses work, as far as anybody says. */
	Map<String, String> units(List<String> addresses) {
		var units = new HashMap<String, String>();
		this.database.sql("""
				select address, coalesce(set_unit, unit) as unit from person
				where address = any(:addresses) and coalesce(set_unit, unit, '') <> ''
				""").param("addresses", addresses.toArray(String[]::new)).query((row) -> {
			units.put(row.getString("address"), row.getString("unit"));
		});
		return units;
	}

	/** On which level the people behind these addresses are, as far as anybody says. */
	Map<String, Level> levels(List<String> addresses) {
		var levels = new HashMap<String, Level>();
		this.database.sql("""
				select address, coalesce(set_level, level) as level from person
				where address = any(:addresses) and coalesce(set_level, level) is not null
				""").param("addresses", addresses.toArray(String[]::new)).query((row) -> {
			levels.put(row.getString("address"), Level.valueOf(row.getString("level")));
		});
		return levels;
	}

	/** Facts of one stream follow each other, so only one stream is held at a time. */
	private static final class Collector {

		private final List<CaseTale> tales = new ArrayList<>();

		private final List<Fact> facts = new ArrayList<>();

		private String stream = "";

		void add(String of, Fact fact) {
			if (!of.equals(this.stream)) {
				close();
				this.stream = of;
			}
			this.facts.add(fact);
		}

		void close() {
			if (!this.facts.isEmpty()) {
				this.tales.add(CaseTale.of(this.stream.substring(PREFIX.length()), List.copyOf(this.facts)));
				this.facts.clear();
			}
		}

	}

}
