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

	/** Under which heading a row stands. */
	String heading(BoardRow row) {
		return switch (this.group) {
			case STAGE -> row.stage().name();
			case LEVEL -> row.holder().level().map(Enum::name).orElse("");
			case HOLDER -> row.holder().name();
			case DUE -> row.due().state().name();
			case UNIT -> row.holder().unit().orElse("");
		};
	}

	/** Whether anything is left out. */
	public boolean filters() {
		return this.due.isPresent() || this.unit.isPresent() || !this.flags.isEmpty() || !this.words.isEmpty();
	}

}
