package io.countersign.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.reading.Deadline.Precision;

/** Which of the days a mail names is the one by which an answer is wanted. */
final class DeadlineReader {

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

	/** A sentence so far from the one that asks is as good as any other. */
	private static final int FAR = 3;

	private static final double LIKELY = 0.4;

	/** From this weight on the only day of a mail is its deadline by phrases alone. */
	private static final double SURE = 3.5;

	private static final double SURE_WHERE_ASKED = 3;

	/** So much more where another day may be meant. */
	private static final double SURER = 2;

	private static final String ASKING = "asking";

	private static final String LED = "led";

	private static final String BOOKED = "booked";

	private static final LinearModel MODEL = LinearModel.shipped("deadlines.txt");

	private static final int LONG_OVER = 60;

	/** "2026", "1.3.26". */
	private static final Pattern YEAR = Pattern.compile("20\\d\\d|\\d[./-]\\d{1,2}[./-]\\d");

	private final DateBook book;

	DeadlineReader(DateBook book) {
		this.book = book;
	}

	Optional<Deadline> read(List<Statement> statements, Plea plea, ZonedDateTime sentAt) {
		var candidates = candidates(statements, plea, sentAt);
		var surer = (candidates.size() > 1) ? SURER : 0;
		return candidates.stream()
			.filter((candidate) -> candidate.rank(MODEL, surer) >= LIKELY)
			.max(Comparator.comparingDouble((candidate) -> candidate.rank(MODEL, surer)))
			.map((candidate) -> candidate.deadline(sentAt))
			.or(() -> vague(statements, plea));
	}

	/** All days that are named and not over. */
	List<Candidate> candidates(List<Statement> statements, Plea plea, ZonedDateTime sentAt) {
		var candidates = new ArrayList<Candidate>();
		var last = Optional.<LocalDate>empty();
		for (var statement : statements) {
			var moments = new MomentReader(this.book).read(statement.text(), statement.words(), sentAt.toLocalDate(),
					last);
			candidates.addAll(candidates(moments, statement, plea, sentAt));
			last = Stream.concat(last.stream(), moments.stream().flatMap((moment) -> moment.day().stream()))
				.reduce((_, later) -> later);
		}
		return candidates;
	}

	private List<Candidate> candidates(List<Moment> moments, Statement statement, Plea plea, ZonedDateTime sentAt) {
		return moments.stream()
			.map((moment) -> ahead(moment, statement.words(), sentAt.toLocalDate()))
			.map((moment) -> new Candidate(moment, statement, weight(moment, statement, plea),
					marks(moment, statement, plea), this.book.glossary()))
			.filter((candidate) -> !candidate.isOver(sentAt))
			.toList();
	}

	/** "By 3 December", written in March, is no day that is over. */
	private Moment ahead(Moment moment, Words words, LocalDate today) {
		var over = moment.day().filter((day) -> day.isBefore(today.minusDays(LONG_OVER))).isPresent();
		return (over && isLed(moment, words) && !namesAYear(moment, words)) ? moment.aYearLater() : moment;
	}

	private boolean isLed(Moment moment, Words words) {
		return this.book.in("by", words.part(Math.max(0, moment.from() - 4), moment.to()));
	}

	private static boolean namesAYear(Moment moment, Words words) {
		return IntStream.range(moment.from(), moment.to()).anyMatch((at) -> YEAR.matcher(words.at(at)).find());
	}

	private double weight(Moment moment, Statement statement, Plea plea) {
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

	/** What phrases say of a day, and where it stands. */
	private Set<String> marks(Moment moment, Statement statement, Plea plea) {
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

	/** Nobody can say when "soon" is over, so nobody does. */
	private Optional<Deadline> vague(List<Statement> statements, Plea plea) {
		return statements.stream()
			.filter((statement) -> Math.abs(statement.index() - plea.statement().index()) <= 2)
			.filter((statement) -> this.book.in("vague", statement.words()))
			.findFirst()
			.map((statement) -> new Deadline(Optional.empty(), Optional.empty(), Precision.VAGUE,
					statement.clue("vague")));
	}

	/** A day that may be the deadline, and what is known of it. */
	record Candidate(Moment moment, Statement statement, double weight, Set<String> marks, Glossary glossary) {

		Set<String> features() {
			return DeadlineFeatures.of(this.statement.words(), this.moment, this.marks, this.glossary);
		}

		/** What phrases are sure of goes before what is likely by all words. */
		double rank(LinearModel model, double surer) {
			var sure = surer + (this.marks.contains(ASKING) ? SURE_WHERE_ASKED : SURE);
			if (this.marks.contains(BOOKED)) {
				return 0;
			}
			return (this.weight >= sure) ? this.weight : model.likelihood(features());
		}

		boolean isOver(ZonedDateTime sentAt) {
			return !at(sentAt).isAfter(sentAt);
		}

		ZonedDateTime at(ZonedDateTime sentAt) {
			var day = this.moment.day().orElse(sentAt.toLocalDate());
			return day.atTime(this.moment.time().orElse(END_OF_DAY)).atZone(sentAt.getZone());
		}

		Deadline deadline(ZonedDateTime sentAt) {
			var words = this.statement.words();
			var span = new Span(words.startOf(this.moment.from()), words.endOf(this.moment.to() - 1));
			var at = at(sentAt);
			return new Deadline(Optional.of(at.toInstant()), Optional.of(at.toLocalDate()),
					this.moment.time().isPresent() ? Precision.TIME : Precision.DAY,
					new Clue(span, this.statement.text().substring(span.start(), span.end()), "deadline"));
		}

	}

}
