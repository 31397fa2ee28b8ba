package io.countersign.reading;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import io.countersign.reading.DeadlineReader.Candidate;

/** What the other days a mail names say of one of them, and how far ahead it is. */
final class DayAmong {

	/** No other day is named. */
	static final String ALONE = "others 0";

	/** The mail is a sentence. */
	static final String BRIEF = "brief";

	private static final int MOST_OTHERS = 3;

	private static final int MUCH_HEAVIER = 4;

	/** Days ahead that are told apart, each with those up to it. */
	private static final List<Integer> AHEAD = List.of(0, 1, 3, 7, 14, 31, 62);

	/** What of the other days counts. */
	private static final Set<String> BESIDE = Set.of("led", "followed", "needed", "event", "asking", "from", "leave",
			"time");

	private final Candidate day;

	private final ZonedDateTime sentAt;

	private final ZonedDateTime at;

	private final List<Candidate> all;

	private final List<Candidate> others;

	DayAmong(Candidate day, List<Candidate> all, ZonedDateTime sentAt) {
		this.day = day;
		this.all = all;
		this.sentAt = sentAt;
		this.at = day.at(sentAt);
		this.others = all.stream().filter((other) -> !other.at(sentAt).isEqual(this.at)).toList();
	}

	/** Adds it to the marks of the day. */
	void mark(boolean isBrief) {
		var marks = this.day.marks();
		marks.add("others " + Math.min(MOST_OTHERS, this.others.size()));
		marks.add("ahead " + ahead());
		if (isBrief) {
			marks.add(BRIEF);
		}
		if (!this.others.isEmpty()) {
			marks.add(inTime());
			marks.add(inText());
			this.others.forEach(this::markBeside);
			var heaviest = this.others.stream().mapToDouble(Candidate::weight).max().orElseThrow();
			marks.add("heavier " + Math.clamp(Math.round(this.day.weight() - heaviest), -MUCH_HEAVIER, MUCH_HEAVIER));
		}
	}

	private void markBeside(Candidate other) {
		other.marks().stream().filter(BESIDE::contains).forEach((mark) -> this.day.marks().add("beside " + mark));
		if (other.at(this.sentAt).toLocalDate().equals(this.at.toLocalDate())) {
			this.day.marks().add("beside same day");
		}
	}

	/** The answer is mostly wanted before what it is wanted for. */
	private String inTime() {
		if (this.others.stream().noneMatch((other) -> other.at(this.sentAt).isBefore(this.at))) {
			return "earliest";
		}
		return this.others.stream().noneMatch((other) -> other.at(this.sentAt).isAfter(this.at)) ? "latest" : "between";
	}

	private String inText() {
		return (this.all.getLast() == this.day) ? "named last"
				: (this.all.getFirst() == this.day) ? "named first" : "named between";
	}

	private String ahead() {
		var days = ChronoUnit.DAYS.between(this.sentAt.toLocalDate(), this.at.toLocalDate());
		return AHEAD.stream().filter((most) -> days <= most).findFirst().map(Object::toString).orElse("more");
	}

}
