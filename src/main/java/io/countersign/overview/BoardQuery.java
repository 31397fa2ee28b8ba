package io.countersign.overview;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the reader wants to see of the board, and in which order. */
public record BoardQuery(Grouping group, Optional<Due.State> due, Optional<String> unit, Set<Flag> flags,
		String words) {

	public BoardQuery {
		flags = Set.copyOf(flags);
	}

	/** What stands under one heading. */
	public enum Grouping {

		STAGE, LEVEL, HOLDER, DUE, UNIT

	}

	boolean admits(BoardRow row) {
		Predicate<BoardRow> due = (one) -> this.due.isEmpty() || this.due.get() == one.due().state();
		Predicate<BoardRow> unit = (one) -> this.unit.isEmpty() || this.unit.equals(one.holder().unit());
		return due.and(unit)
			.and((one) -> one.flags().containsAll(this.flags))
			.and((one) -> one.mentions(this.words))
			.test(row);
	}

	/** Whatever is searched for in it. */
	boolean admits(RunningCase one, Due.State due, DueScale.Steps steps) {
		return (this.due.isEmpty() || this.due.get() == due)
				&& (this.unit.isEmpty() || this.unit.get().equals(one.unit()))
				&& this.flags.stream().allMatch((flag) -> one.isFlagged(flag, steps));
	}

	/** Whether anything is left out. */
	public boolean filters() {
		return this.due.isPresent() || this.unit.isPresent() || !this.flags.isEmpty() || !this.words.isEmpty();
	}

}
