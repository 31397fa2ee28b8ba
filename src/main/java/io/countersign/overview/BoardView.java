package io.countersign.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.countersign.identity.Level;

/**
 * The board as one reader asked for it: all of it counted, and as much shown as is read.
 */
public final class BoardView {

	static final Comparator<BoardRow> BY_URGENCY = Comparator.comparing((BoardRow row) -> row.due().state())
		.thenComparing((row) -> row.due().left())
		.thenComparing(BoardRow::number);

	/** Between two stretches of the strip. */
	private static final double GAP = 0.6;

	private final BoardQuery query;

	private final Picture picture;

	private final List<BoardRow> tiles;

	private final List<Group> groups;

	private final int hidden;

	BoardView(BoardQuery query, Picture picture, List<BoardRow> tiles, List<Group> groups, int hidden) {
		this.query = query;
		this.picture = picture;
		this.tiles = tiles.stream().sorted(BY_URGENCY).toList();
		this.groups = List.copyOf(groups);
		this.hidden = hidden;
	}

	/**
	 * Rows under one heading.
	 *
	 * @param key the constant or the name the heading is made from
	 * @param size how many there are in all
	 * @param from how many come before the first row
	 */
	public record Group(String key, int size, int over, int today, int from, List<BoardRow> rows) {

		/** How many come before the first row that is not here. */
		public int until() {
			return this.from + this.rows.size();
		}

		public int more() {
			return this.size - until();
		}

	}

	/**
	 * A cell of the picture.
	 *
	 * @param tiles its cases, unless they are too many to be drawn
	 * @param counts how many there are at each distance to the deadline otherwise
	 */
	public record Cell(List<BoardRow> tiles, Map<Due.State, Integer> counts) {
	}

	/** A stretch of a line of a hundred. */
	public record Slice(Due.State due, double from, double wide) {
	}

	public BoardQuery query() {
		return this.query;
	}

	public List<Group> groups() {
		return this.groups;
	}

	/** How many groups are left out, because there are too many to be read. */
	public int hidden() {
		return this.hidden;
	}

	/** How many running decisions there are at each distance to their deadline. */
	public Map<Due.State, Integer> dues() {
		return dues((_) -> true);
	}

	/** How the running decisions share a line of a hundred by their deadlines. */
	public List<Slice> strip() {
		var dues = dues();
		dues.remove(Due.State.DONE);
		var all = dues.values().stream().mapToInt(Integer::intValue).sum();
		var slices = new ArrayList<Slice>();
		var from = 0.0;
		for (var due : dues.entrySet()) {
			var wide = 100.0 * due.getValue() / all;
			slices.add(new Slice(due.getKey(), from, Math.max(0.5, wide - GAP)));
			from += wide;
		}
		return slices;
	}

	public Map<Stage, Integer> stages() {
		return Arrays.stream(Stage.values())
			.collect(Collectors.toMap(Function.identity(),
					(stage) -> this.picture.count((place) -> place.stage() == stage)));
	}

	public Cell cell(Optional<Level> level, Stage stage) {
		var place = new Picture.Place(level, stage);
		var counts = dues(place::equals);
		if (this.picture.count(place::equals) > Picture.MOST_TILES) {
			return new Cell(List.of(), counts);
		}
		return new Cell(this.tiles.stream()
			.filter((row) -> row.stage() == stage && row.holder().level().equals(level))
			.toList(), Map.of());
	}

	/** Whether somebody has a case whose level nobody knows. */
	public boolean isSomeWithoutLevel() {
		return this.picture.count((place) -> place.level().isEmpty()) > 0;
	}

	/** The units that have something on the board. */
	public List<String> units() {
		return this.picture.units();
	}

	public int running() {
		return this.picture.count((place) -> place.stage() != Stage.FILED);
	}

	public boolean shows(BoardRow row) {
		return this.query.admits(row);
	}

	private Map<Due.State, Integer> dues(Predicate<Picture.Place> where) {
		var counts = new EnumMap<Due.State, Integer>(Due.State.class);
		for (var due : Due.State.values()) {
			var count = this.picture.count(where, due);
			if (count > 0) {
				counts.put(due, count);
			}
		}
		return counts;
	}

}
