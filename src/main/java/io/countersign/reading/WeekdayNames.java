package io.countersign.reading;

import java.time.DayOfWeek;
import java.util.Optional;

/**
 * The names of weekdays, and their short forms that are words of their own ("so", "do",
 * "sat", "man"), which count only where nothing else can be meant.
 */
final class WeekdayNames {

	private final DatedWords sentence;

	WeekdayNames(DatedWords sentence) {
		this.sentence = sentence;
	}

	Optional<Name> at(int at) {
		return this.sentence.at("weekday", at)
			.or(() -> this.sentence.at("short weekday", at).filter((_) -> isShort(at)))
			.map((hit) -> new Name(at + hit.words(), DayOfWeek.of(hit.number())));
	}

	/** "By Sat.", "bis Do, 12 Uhr", "senest man. kl. 10". */
	private boolean isShort(int at) {
		var times = new TimeReader(this.sentence.book(), this.sentence.words());
		var dotted = this.sentence.isFollowedBy(".", at);
		var timed = times.at(at + 1).isPresent();
		var closed = this.sentence.isLast(at) || this.sentence.isFollowedBy(".,;:)!?", at);
		return isLed(at) && (timed || dotted || this.sentence.words().isCapital(at))
				&& (timed || (closed && !isTitle(at, dotted)));
	}

	private boolean isLed(int at) {
		return before("by", at) || before("on", at) || before("next", at);
	}

	private boolean before(String section, int at) {
		return this.sentence.book().before(section, this.sentence.words(), at).isPresent();
	}

	/** "Fr. Meyer" is somebody. */
	private boolean isTitle(int at, boolean dotted) {
		return dotted && !this.sentence.isLast(at) && this.sentence.words().isCapital(at + 1);
	}

	/**
	 * A weekday that is named.
	 *
	 * @param to the word behind it
	 */
	record Name(int to, DayOfWeek weekday) {
	}

}
