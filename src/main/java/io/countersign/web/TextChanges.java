package io.countersign.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

/**
 * What has changed between two texts, line by line.
 *
 * @param added how many lines
 * @param removed how many lines
 * @param blocks of lines that have changed, with what stands around them
 * @param cut whether more has changed than is compared or shown
 */
record TextChanges(int added, int removed, List<Block> blocks, boolean cut) {

	/** Longer texts are compared up to here, from the first line that differs. */
	private static final int MOST_LINES = 10_000;

	private static final int MOST_ROWS = 2_000;

	private static final int AROUND = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** A line that was taken out, put in, or stays. */
	enum Kind {

		SAME, REMOVED, ADDED

	}

	/** Words of a line, and whether they are what has changed in it. */
	record Piece(String text, boolean changed) {
	}

	/**
	 * A line with its number in the text it stands in.
	 */
	record Row(Kind kind, int number, List<Piece> pieces) {
	}

	/**
	 * Lines that follow each other.
	 *
	 * @param skipped how many lines stay as they are before it
	 */
	record Block(int skipped, List<Row> rows) {
	}

	/** They have changed so much that they cannot be compared in time. */
	static final class TooMuch extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooMuch() {
			super("The texts cannot be compared in time.");
		}

	}

	public boolean isSame() {
		return this.blocks.isEmpty();
	}

	/**
	 * @throws TooMuch when it takes too long
	 */
	static TextChanges between(String older, String newer) {
		return between(Lines.of(older), Lines.of(newer));
	}

	private static TextChanges between(List<String> older, List<String> newer) {
		var from = 0;
		var shorter = Math.min(older.size(), newer.size());
		while (from < shorter && older.get(from).equals(newer.get(from))) {
			from++;
		}
		var end = 0;
		while (end < shorter - from && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
			end++;
		}
		var one = middle(older, from, end);
		var two = middle(newer, from, end);
		var cut = one.size() < older.size() - from - end || two.size() < newer.size() - from - end;
		var deltas = DiffUtils.diff(numbers(one, two, one), numbers(one, two, two),
				new MyersDiffWithLinearSpace<>(Integer::equals), new Patience()).getDeltas();
		return new Writing(older, newer, from).written(deltas, cut);
	}

	private static List<String> middle(List<String> lines, int from, int end) {
		return lines.subList(from, Math.min(lines.size() - end, from + MOST_LINES));
	}

	/** Equal lines get equal numbers, which are compared faster. */
	private static List<Integer> numbers(List<String> one, List<String> two, List<String> asked) {
		var numbers = new HashMap<String, Integer>();
		one.forEach((line) -> numbers.putIfAbsent(line, numbers.size()));
		two.forEach((line) -> numbers.putIfAbsent(line, numbers.size()));
		return asked.stream().map((Function<String, Integer>) (line) -> numbers.getOrDefault(line, -1)).toList();
	}

	/** Puts the changes into words, with the lines around them. */
	private static final class Writing {

		private final List<String> older;

		private final List<String> newer;

		private final int offset;

		private final List<Block> blocks = new ArrayList<>();

		private List<Row> rows = new ArrayList<>();

		private int skipped;

		private int shownUpTo;

		private int newerAt;

		private int count;

		Writing(List<String> older, List<String> newer, int offset) {
			this.older = older;
			this.newer = newer;
			this.offset = offset;
		}

		TextChanges written(List<AbstractDelta<Integer>> deltas, boolean cut) {
			var removed = deltas.stream().mapToInt((delta) -> delta.getSource().size()).sum();
			var added = deltas.stream().mapToInt((delta) -> delta.getTarget().size()).sum();
			var all = true;
			for (var delta : deltas) {
				all = this.count < MOST_ROWS;
				if (!all) {
					break;
				}
				before(this.offset + delta.getSource().getPosition(), this.offset + delta.getTarget().getPosition());
				changed(delta);
			}
			close();
			return new TextChanges(added, removed, List.copyOf(this.blocks), cut || !all || this.count > MOST_ROWS);
		}

		/** Nearby changes share what stands between them. */
		private void before(int at, int newerAt) {
			var gap = at - this.shownUpTo;
			var first = Math.max(this.shownUpTo, at - AROUND);
			if (!this.rows.isEmpty() && gap > 2 * AROUND) {
				close();
			}
			else if (!this.rows.isEmpty()) {
				first = this.shownUpTo;
			}
			if (this.rows.isEmpty()) {
				this.skipped = Math.max(0, first - this.shownUpTo);
			}
			for (var line = first; line < at; line++) {
				same(line, newerAt - at + line);
			}
		}

		private void close() {
			if (!this.rows.isEmpty()) {
				var newerAt = this.newerAt;
				for (var more = 0; more < AROUND && this.shownUpTo < this.older.size()
						&& newerAt + more < this.newer.size() && this.older.get(this.shownUpTo)
							.equals(this.newer.get(newerAt + more)); more++) {
					same(this.shownUpTo, newerAt + more);
					this.shownUpTo++;
				}
				this.blocks.add(new Block(this.skipped, List.copyOf(this.rows)));
				this.rows = new ArrayList<>();
			}
		}

		private void same(int olderLine, int newerLine) {
			add(Kind.SAME, newerLine, List.of(new Piece(this.older.get(olderLine), false)));
		}

		private void changed(AbstractDelta<Integer> delta) {
			var from = this.offset + delta.getSource().getPosition();
			var to = this.offset + delta.getTarget().getPosition();
			var pairs = new WordChanges(delta.getType() == DeltaType.CHANGE);
			for (var at = 0; at < delta.getSource().size() && this.count < MOST_ROWS; at++) {
				var other = (at < delta.getTarget().size()) ? this.newer.get(to + at) : "";
				add(Kind.REMOVED, from + at, pairs.in(this.older.get(from + at), other));
			}
			for (var at = 0; at < delta.getTarget().size() && this.count < 2 * MOST_ROWS; at++) {
				var other = (at < delta.getSource().size()) ? this.older.get(from + at) : "";
				add(Kind.ADDED, to + at, pairs.in(this.newer.get(to + at), other));
			}
			this.shownUpTo = from + delta.getSource().size();
			this.newerAt = to + delta.getTarget().size();
		}

		private void add(Kind kind, int line, List<Piece> pieces) {
			this.count++;
			this.rows.add(new Row(kind, line + 1, pieces));
		}

	}

	/** Looks at the clock now and then. */
	private static final class Patience implements DiffAlgorithmListener {

		private final long end = System.nanoTime() + PATIENCE.toNanos();

		@Override
		public void diffStart() {
			diffStep(0, 0);
		}

		@Override
		public void diffStep(int value, int max) {
			if (System.nanoTime() > this.end) {
				throw new TooMuch();
			}
		}

		@Override
		public void diffEnd() {
			diffStep(0, 0);
		}

	}

}
