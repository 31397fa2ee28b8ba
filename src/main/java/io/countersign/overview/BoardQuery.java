package io.countersign.overview;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.countersign.identity.Level;

/**
 * What the reader wants to see of the board, and in which order.
 *
 * @param level of whoever has it now
 */
public record BoardQuery(Grouping group, Optional<Due.State> due, Optional<String> unit, Optional<Level> level,
		Set<Flag> flags, String words) {

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
			.and((one) -> this.level.isEmpty() || this.level.equals(one.holder().level()))
			.and((one) -> one.flags().containsAll(this.flags))
			.and((one) -> one.mentions(this.words))
			.test(row);
	}

	/** Whatever is searched for in it. */
	boolean admits(RunningCase one, Due.State due, DueScale.Steps steps) {
		return (this.due.isEmpty() || this.due.get() == due)
				&& (this.unit.isEmpty() || this.unit.get().equals(one.unit()))
				&& (this.level.isEmpty() || this.level.equals(one.level()))
				&& this.flags.stream().allMatch((flag) -> one.isFlagged(flag, steps));
	}

	/** Whether anything is left out. */
	public boolean filters() {
		return this.due.isPresent() || this.unit.isPresent() || this.level.isPresent() || !this.flags.isEmpty()
				|| !this.words.isEmpty();
	}

}
