package io.countersign.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

/**
 * What has changed between two texts, line by line.
 *
 * @param added how many lines
 * @param removed how many lines
 * @param blocks of lines that have changed, with what stands around them
 * @param cut whether more has changed than is compared or shown
 */
record TextChanges(int added, int removed, List<Block> blocks, boolean cut) {

	/** Lines of the one text that stand for lines of the other; either may be none. */
	private record Change(int from, int to, int newFrom, int newTo) {

		static List<Change> of(List<AbstractDelta<Integer>> deltas, int offset) {
			var changes = new ArrayList<Change>();
			for (var delta : deltas) {
				var from = offset + delta.getSource().getPosition();
				var newFrom = offset + delta.getTarget().getPosition();
				var change = new Change(from, from + delta.getSource().size(), newFrom,
						newFrom + delta.getTarget().size());
				var last = changes.isEmpty() ? null : changes.getLast();
				if (last != null && last.to == change.from && last.newTo == change.newFrom) {
					changes.removeLast();
					change = new Change(last.from, change.to, last.newFrom, change.newTo);
				}
				changes.add(change);
			}
			return changes;
		}

		boolean replaces() {
			return this.to > this.from && this.newTo > this.newFrom;
		}

	}

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
		var deltas = DiffUtils
			.diff(numbers(one, two, one), numbers(one, two, two), new MyersDiffWithLinearSpace<>(Integer::equals),
					new Patience())
			.getDeltas();
		return new Writing(older, newer).written(Change.of(deltas, from), cut);
	}

	private static List<String> middle(List<String> lines, int from, int end) {
		return lines.subList(from, Math.min(lines.size() - end, from + MOST_LINES));
	}

	/** Equal lines get equal numbers, which are compared faster. */
	private static List<Integer> numbers(List<String> one, List<String> two, List<String> asked) {
		var numbers = new HashMap<String, Integer>();
		one.forEach((line) -> numbers.putIfAbsent(line, numbers.size()));
		two.forEach((line) -> numbers.putIfAbsent(line, numbers.size()));
		return asked.stream().map((line) -> numbers.getOrDefault(line, -1)).toList();
	}

	/** Puts the changes into words, with the lines around them. */
	private static final class Writing {

		private final List<String> older;

		private final List<String> newer;

		private final List<Block> blocks = new ArrayList<>();

		private List<Row> rows = new ArrayList<>();

		private int skipped;

		private int shownUpTo;

		private int newerAt;

		private int count;

		Writing(List<String> older, List<String> newer) {
			this.older = older;
			this.newer = newer;
		}

		TextChanges written(List<Change> changes, boolean cut) {
			var removed = changes.stream().mapToInt((change) -> change.to() - change.from()).sum();
			var added = changes.stream().mapToInt((change) -> change.newTo() - change.newFrom()).sum();
			for (var change : changes) {
				if (this.count < MOST_ROWS) {
					before(change.from(), change.newFrom());
					changed(change);
				}
			}
			close();
			return new TextChanges(added, removed, List.copyOf(this.blocks), cut || this.count >= MOST_ROWS);
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
						&& newerAt + more < this.newer.size()
						&& this.older.get(this.shownUpTo).equals(this.newer.get(newerAt + more)); more++) {
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

		private void changed(Change change) {
			var words = new WordChanges(change.replaces());
			for (var at = change.from(); at < change.to() && this.count < MOST_ROWS; at++) {
				var other = change.newFrom() + at - change.from();
				add(Kind.REMOVED, at,
						words.in(this.older.get(at), (other < change.newTo()) ? this.newer.get(other) : ""));
			}
			for (var at = change.newFrom(); at < change.newTo() && this.count < 2 * MOST_ROWS; at++) {
				var other = change.from() + at - change.newFrom();
				add(Kind.ADDED, at, words.in(this.newer.get(at), (other < change.to()) ? this.older.get(other) : ""));
			}
			this.shownUpTo = change.to();
			this.newerAt = change.newTo();
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
