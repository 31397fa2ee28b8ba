package io.countersign.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.Level;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what runs, and says which cases are to be shown of it. */
@Repository
class BoardCounts {

	/** How many cases stand under one heading, and how many of them are pressing. */
	record Heading(String key, int cases, int over, int today) {
	}

	private final JdbcClient database;

	private final DueScale scale;

	BoardCounts(JdbcClient database, DueScale scale) {
		this.database = database;
		this.scale = scale;
	}

	/** Everything that runs, whatever the reader filters. */
	Picture picture(BoardScope scope) {
		var cells = new HashMap<Picture.Place, EnumMap<Due.State, Integer>>();
		var units = new ArrayList<String>();
		placed(scope).all("""
				select stage, level, due, unit, count(*) as cases from placed
				group by grouping sets ((stage, level, due), (unit)) order by unit
				""").query((row) -> {
			if (row.getString("stage") == null) {
				units.add(row.getString("unit"));
			}
			else {
				var place = new Picture.Place(
						Optional.of(row.getString("level")).filter((one) -> !one.isEmpty()).map(Level::valueOf),
						Stage.valueOf(row.getString("stage")));
				cells.computeIfAbsent(place, (_) -> new EnumMap<>(Due.State.class))
					.put(Due.State.valueOf(row.getString("due")), row.getInt("cases"));
			}
		});
		units.removeIf(String::isEmpty);
		return new Picture(cells, List.copyOf(units));
	}

	List<Heading> headings(BoardQuery query, BoardScope scope) {
		return placed(scope).shown(query, """
				select heading, count(*) as cases, count(*) filter (where due = 'OVER') as over,
					count(*) filter (where due = 'TODAY') as today
				from shown group by heading
				""")
			.query((row, _) -> new Heading(row.getString("heading"), row.getInt("cases"), row.getInt("over"),
					row.getInt("today")))
			.list();
	}

	/**
	 * The most urgent cases under each of these headings.
	 * @param from how many of each are left out
	 */
	List<String> urgent(BoardQuery query, BoardScope scope, List<String> headings, int from, int most) {
		return placed(scope).shown(query, """
				select id from (
					select id, row_number() over (partition by heading order by %s) as place
					from shown where heading = any(:headings)) numbered
				where place > :from and place <= :from + :most
				""".formatted(Placed.URGENCY))
			.param("headings", headings.toArray(String[]::new))
			.param("from", from)
			.param("most", most)
			.query((row, _) -> row.getString("id"))
			.list();
	}

	/**
	 * All that the reader asked for, in the order of the headings' names and of urgency.
	 */
	List<String> all(BoardQuery query, BoardScope scope, int most) {
		return placed(scope)
			.shown(query, "select id from shown order by heading, %s limit :most".formatted(Placed.URGENCY))
			.param("most", most)
			.query((row, _) -> row.getString("id"))
			.list();
	}

	/** What stands in these cells of the picture. */
	List<String> in(List<Picture.Place> cells, BoardScope scope) {
		return placed(scope).all(
				"select id from placed where (stage, level) in (select * from unnest(:stages::text[], :levels::text[]))")
			.param("stages", cells.stream().map((cell) -> cell.stage().name()).toArray(String[]::new))
			.param("levels",
					cells.stream().map((cell) -> cell.level().map(Enum::name).orElse("")).toArray(String[]::new))
			.query((row, _) -> row.getString("id"))
			.list();
	}

	private Placed placed(BoardScope scope) {
		return new Placed(this.database, this.scale.steps(), scope);
	}

}
