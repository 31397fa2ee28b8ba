package io.countersign.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.countersign.identity.Level;

/**
 * One walk over what runs: everything is counted, and what the reader asked for is put
 * under its headings, the most urgent first.
 */
final class Tally {

	private final BoardQuery query;

	private final DueScale.Steps steps;

	private final String[] words;

	private final Map<Picture.Place, EnumMap<Due.State, Integer>> cells = new HashMap<>();

	private final Map<Picture.Place, List<String>> tiles = new HashMap<>();

	private final TreeSet<String> units = new TreeSet<>();

	private final Map<String, Heading> headings = new HashMap<>();

	Tally(BoardQuery query, DueScale.Steps steps) {
		this.query = query;
		this.steps = steps;
		this.words = RunningCase.words(query.words());
	}

	/** What stands under one heading, and how much of it is pressing. */
	static final class Heading {

		private final String key;

		private final List<String> cases = new ArrayList<>();

		private int over;

		private int today;

		Heading(String key) {
			this.key = key;
		}

		private void add(RunningCase one, Due.State due) {
			this.cases.add(one.id());
			this.over += (due == Due.State.OVER) ? 1 : 0;
			this.today += (due == Due.State.TODAY) ? 1 : 0;
		}

		String key() {
			return this.key;
		}

		List<String> cases() {
			return this.cases;
		}

		List<String> cases(int from, int most) {
			var first = Math.min(from, this.cases.size());
			return this.cases.subList(first, Math.min(this.cases.size(), first + most));
		}

		BoardView.Group group(int from, List<BoardRow> rows) {
			return new BoardView.Group(this.key, this.cases.size(), this.over, this.today, from, rows);
		}

	}

	Tally of(List<RunningCase> cases, Predicate<RunningCase> seen) {
		cases.stream().filter(seen).forEach(this::add);
		return this;
	}

	Picture picture() {
		return new Picture(this.cells, List.copyOf(this.units));
	}

	/** What stands in the cells of the picture that are drawn. */
	List<String> drawn() {
		return picture().drawn()
			.stream()
			.flatMap((place) -> this.tiles.getOrDefault(place, List.of()).stream())
			.toList();
	}

	/** The board is read from the finish line back, and from the top down. */
	List<Heading> headings() {
		return this.headings.values()
			.stream()
			.sorted(Comparator.comparingInt((Heading heading) -> rank(heading.key())).thenComparing(Heading::key))
			.toList();
	}

	private void add(RunningCase one) {
		var due = this.steps.of(one);
		var place = new Picture.Place(one.level(), one.stage());
		this.cells.computeIfAbsent(place, (_) -> new EnumMap<>(Due.State.class)).merge(due, 1, Integer::sum);
		var tiles = this.tiles.computeIfAbsent(place, (_) -> new ArrayList<>());
		if (tiles.size() < Picture.MOST_TILES) {
			tiles.add(one.id());
		}
		if (!one.unit().isEmpty()) {
			this.units.add(one.unit());
		}
		if (this.query.admits(one, due, this.steps) && one.mentions(this.words)) {
			this.headings.computeIfAbsent(key(one, due), Heading::new).add(one, due);
		}
	}

	private String key(RunningCase one, Due.State due) {
		return switch (this.query.group()) {
			case STAGE -> one.stage().name();
			case LEVEL -> one.level().map(Enum::name).orElse("");
			case HOLDER -> one.holder();
			case DUE -> due.name();
			case UNIT -> one.unit();
		};
	}

	private int rank(String key) {
		return switch (this.query.group()) {
			case STAGE -> Stage.valueOf(key).rank();
			case LEVEL -> key.isEmpty() ? 1 : -Level.valueOf(key).ordinal();
			case DUE -> Due.State.valueOf(key).ordinal();
			case UNIT -> key.isEmpty() ? 1 : 0;
			case HOLDER -> 0;
		};
	}

}
