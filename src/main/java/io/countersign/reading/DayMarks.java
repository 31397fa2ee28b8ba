package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What phrases say of a day, and how much they speak for its being the deadline. */
final class DayMarks {

	static final String ASKING = "asking";

	static final String BOOKED = "booked";

	private static final String LED = "led";

	/** A sentence so far from the one that asks is as good as any other. */
	private static final int FAR = 3;

	/** Beyond these, more says no more. */
	private static final int LIGHTEST = -4;

	private static final int HEAVIEST = 8;

	/** The ways of naming a day that are told apart. */
	private static final List<String> KINDS = List.of("weekday", "month", "day", "relative", "ahead", "week", "period",
			"feast", "month end");

	private final DateBook book;

	DayMarks(DateBook book) {
		this.book = book;
	}

	boolean isLed(Moment moment, Words words) {
		return this.book.in("by", words.part(Math.max(0, moment.from() - 4), moment.to()));
	}

	double weight(Moment moment, Statement statement, Plea plea) {
		var words = statement.words();
		var isAsk = statement.index() == plea.statement().index();
		var isOrder = isAsk && plea.intent() == RequestReading.Intent.TASK_ORDER;
		var before = words.part(Math.max(0, moment.from() - 3), moment.from());
		var led = isLed(moment, words);
		var followed = this.book.at("after", words, moment.to()).isPresent();
		var weight = (led || followed) ? 3.0 : 0;
		weight += isAsk ? 1 : 0;
		weight += this.book.in("need", words) ? 2 : 0;
		weight += isOrder ? 1 : 0;
		weight += (isAsk && closes(moment, words)) ? 1.5 : 0;
		weight -= (!led && this.book.in("from", before)) ? 4 : 0;
		weight -= (!led && this.book.in("that", words.part(0, moment.from())) && isOrder) ? 1.5 : 0;
		weight -= (!led && !followed && this.book.in("event", words)) ? 1.5 : 0;
		weight -= (!led && !followed && this.book.in("leave", words)) ? 3 : 0;
		weight -= (plea.intent() == RequestReading.Intent.TASK_ORDER && isBooked(moment, words)) ? 6 : 0;
		return weight + nearness(statement, plea);
	}

	/**
	 * What phrases say of a day, and where it stands.
	 * @param weight how much they speak for it
	 */
	Set<String> of(Moment moment, Statement statement, Plea plea, double weight) {
		var words = statement.words();
		var before = words.part(Math.max(0, moment.from() - 3), moment.from());
		var isAsk = statement.index() == plea.statement().index();
		var marks = new LinkedHashSet<String>();
		mark(marks, LED, isLed(moment, words));
		mark(marks, "followed", this.book.at("after", words, moment.to()).isPresent());
		mark(marks, ASKING, isAsk);
		mark(marks, "needed", this.book.in("need", words));
		mark(marks, "closing", isAsk && closes(moment, words));
		mark(marks, "from", this.book.in("from", before));
		mark(marks, "that", this.book.in("that", words.part(0, moment.from())));
		mark(marks, "event", this.book.in("event", words));
		mark(marks, "leave", this.book.in("leave", words));
		mark(marks, BOOKED, isBooked(moment, words));
		mark(marks, "time", moment.time().isPresent());
		mark(marks, "subject", statement.isSubject());
		marks.add(plea.intent().name());
		marks.add("distance " + Math.clamp(statement.index() - plea.statement().index(), -FAR, FAR));
		for (var kind : KINDS) {
			mark(marks, "kind " + kind, this.book.in(kind, words.part(moment.from(), moment.to())));
		}
		mark(marks, "question", statement.isQuestion());
		marks.add("weight " + Math.clamp(Math.round(weight), LIGHTEST, HEAVIEST));
		marks.add(marks.contains(LED) || marks.contains("followed") ? "said " + plea.intent()
				: "unsaid " + plea.intent());
		return marks;
	}

	private static void mark(Set<String> marks, String name, boolean is) {
		if (is) {
			marks.add(name);
		}
	}

	/** "Book a room for the 9th" says for when, "by Friday" says by when. */
	private boolean isBooked(Moment moment, Words words) {
		return this.book.in("booked", words)
				&& !this.book.in("strictly", words.part(Math.max(0, moment.from() - 4), moment.to()));
	}

	/**
	 * "Can you approve it tomorrow?" says when; "May I be off tomorrow?" says what for.
	 */
	private boolean closes(Moment moment, Words words) {
		return words.size() - moment.to() <= 2 && !this.book.in("self", words);
	}

	private static double nearness(Statement statement, Plea plea) {
		var distance = Math.abs(statement.index() - plea.statement().index());
		return (distance <= 1) ? 0.5 : (distance <= 3) ? 0.2 : 0;
	}

}
