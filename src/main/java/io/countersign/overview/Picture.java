package io.countersign.overview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.countersign.identity.Level;

/**
 * How many cases stand where, and how pressing they are.
 *
 * @param units those that have something on the board
 */
record Picture(Map<Place, EnumMap<Due.State, Integer>> cells, List<String> units) {

	/** A cell with more is counted instead of drawn. */
	static final int MOST_TILES = 40;

	/** Where on the picture. */
	record Place(Optional<Level> level, Stage stage) {
	}

	int count(Predicate<Place> where) {
		return Arrays.stream(Due.State.values()).mapToInt((due) -> count(where, due)).sum();
	}

	int count(Predicate<Place> where, Due.State due) {
		return this.cells.entrySet()
			.stream()
			.filter((cell) -> where.test(cell.getKey()))
			.mapToInt((cell) -> cell.getValue().getOrDefault(due, 0))
			.sum();
	}

	/** The cells that can be drawn case by case. */
	List<Place> drawn() {
		return this.cells.keySet().stream().filter((place) -> count(place::equals) <= MOST_TILES).toList();
	}

}
