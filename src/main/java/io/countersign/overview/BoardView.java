package io.countersign.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.identity.Level;

/**
 * The board as one reader asked for it.
 *
 * @param rows every running decision, also those filtered out
 */
public record BoardView(BoardQuery query, List<BoardRow> rows, List<Group> groups) {

	static final Comparator<BoardRow> BY_URGENCY = Comparator.comparing((BoardRow row) -> row.due().state())
		.thenComparing((row) -> row.due().left())
		.thenComparing(BoardRow::number);

	/**
	 * Rows under one heading.
	 *
	 * @param key the constant or the name the heading is made from
	 */
	public record Group(String key, List<BoardRow> rows) {

		/** More than anybody reads would only make the page slow. */
		private static final int MOST = 100;

		public List<BoardRow> first() {
			return this.rows.subList(0, Math.min(MOST, this.rows.size()));
		}

		public int more() {
			return Math.max(0, this.rows.size() - MOST);
		}

		public long over() {
			return count(Due.State.OVER);
		}

		public long today() {
			return count(Due.State.TODAY);
		}

		private long count(Due.State state) {
			return this.rows.stream().filter((row) -> row.due().state() == state).count();
		}

	}

	/**
	 * A cell of the picture.
	 *
	 * @param more how many there are besides the tiles
	 */
	public record Cell(List<BoardRow> tiles, int more) {

		private static final int MOST = 40;

	}

	static BoardView of(BoardQuery query, List<BoardRow> all) {
		var groups = all.stream()
			.filter(query::admits)
			.sorted(BY_URGENCY)
			.collect(Collectors.groupingBy((row) -> heading(query.group(), row), TreeMap::new, Collectors.toList()));
		return new BoardView(query, all,
				groups.entrySet()
					.stream()
					.map((one) -> new Group(one.getKey().name(), one.getValue()))
					.collect(Collectors.toCollection(ArrayList::new)));
	}

	/** How many running decisions there are at each distance to their deadline. */
	public Map<Due.State, Long> dues() {
		return counted((row) -> row.due().state());
	}

	public Map<Stage, Long> stages() {
		return counted(BoardRow::stage);
	}

	/** The tiles of one cell of the picture, as many as it holds. */
	public Cell cell(Optional<Level> level, Stage stage) {
		var tiles = this.rows.stream()
			.filter((row) -> row.stage() == stage && row.holder().level().equals(level))
			.sorted(BY_URGENCY)
			.toList();
		return new Cell(tiles.subList(0, Math.min(Cell.MOST, tiles.size())), Math.max(0, tiles.size() - Cell.MOST));
	}

	/** Whether somebody has a case whose level nobody knows. */
	public boolean isSomeWithoutLevel() {
		return this.rows.stream().anyMatch((row) -> row.holder().level().isEmpty());
	}

	/** The units that have something on the board. */
	public List<String> units() {
		return this.rows.stream().flatMap((row) -> row.holder().unit().stream()).distinct().sorted().toList();
	}

	public long running() {
		return this.rows.stream().filter((row) -> row.stage() != Stage.FILED).count();
	}

	public boolean shows(BoardRow row) {
		return this.query.admits(row);
	}

	private <K> Map<K, Long> counted(Function<BoardRow, K> what) {
		return this.rows.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
	}

	private static Heading heading(BoardQuery.Grouping group, BoardRow row) {
		return switch (group) {
			case STAGE -> new Heading(row.stage().rank(), row.stage().name());
			case LEVEL -> row.holder()
				.level()
				.map((level) -> new Heading(-level.ordinal(), level.name()))
				.orElseGet(() -> new Heading(1, ""));
			case HOLDER -> new Heading(0, row.holder().name());
			case DUE -> new Heading(row.due().state().ordinal(), row.due().state().name());
			case UNIT -> new Heading(row.holder().unit().isPresent() ? 0 : 1, row.holder().unit().orElse(""));
		};
	}

	private record Heading(int rank, String name) implements Comparable<Heading> {

		@Override
		public int compareTo(Heading other) {
			return Comparator.comparingInt(Heading::rank).thenComparing(Heading::name).compare(this, other);
		}

	}

}
