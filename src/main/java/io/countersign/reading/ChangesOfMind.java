package io.countersign.reading;

import java.util.Optional;

/**
 * The day somebody names in place of the one before it: he corrects himself ("Friday, no,
 * Thursday"), or wishes for the first and needs the second ("tomorrow if possible,
 * otherwise Thursday").
 */
final class ChangesOfMind {

	/** "Nej, senest på torsdag": so many words may stand between. */
	private static final int NEAR = 2;

	/** "Om muligt allerede fredag". */
	private static final int WISH = 3;

	private final DateBook book;

	private final Words words;

	ChangesOfMind(DateBook book, Words words) {
		this.book = book;
		this.words = words;
	}

	/** What counts of two moments in place of both, if only one does. */
	Optional<Moment> instead(Moment first, Moment second) {
		var at = first.to() + length("wish", first.to());
		if (leads("correction", at, second) || (isRejected(first) && leads("but", at, second))) {
			return Optional
				.of(new Moment(second.from(), second.to(), second.day().or(first::day), second.time().or(first::time)));
		}
		return (leads("otherwise", at, second) || (isWished(first) && isNeeded(first, second)))
				? Optional.of(new Moment(second.from(), second.to(), second.day().or(first::day), second.time()))
				: Optional.empty();
	}

	private boolean leads(String section, int at, Moment second) {
		var length = length(section, at);
		return length > 0 && at + length <= second.from() && second.from() - at - length <= NEAR;
	}

	/** "Ikke fredag, men torsdag". */
	private boolean isRejected(Moment moment) {
		return this.book.in("not", this.words.part(Math.max(0, moment.from() - NEAR), moment.from()));
	}

	private boolean isWished(Moment moment) {
		return length("wish", moment.to()) > 0
				|| this.book.in("wish", this.words.part(Math.max(0, moment.from() - WISH), moment.from()));
	}

	private boolean isNeeded(Moment first, Moment second) {
		var isNear = second.from() - first.to() <= NEAR + WISH;
		return isNear && (this.book.in("last of all", this.words.part(first.to(), second.from()))
				|| this.book.at("after", this.words, second.to()).isPresent());
	}

	private int length(String section, int at) {
		return this.book.at(section, this.words, at).map(DateBook.Hit::words).orElse(0);
	}

}
