package io.countersign.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.reading.Deadline.Precision;

/** Which of the days a mail names is the one by which an answer is wanted. */
final class DeadlineReader {

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

	/** A day is the deadline only where that is more likely than not. */
	private static final double LIKELY = 0.5;

	/** A mail that names more days is a calendar. */
	private static final int MOST = 40;

	/** From this weight on phrases are sure of a day. */
	private static final double SURE = 3;

	/** A subject and one sentence. */
	private static final int BRIEF = 2;

	private static final Set<String> PLAIN = Set.of(DayMarks.ASKING, DayAmong.ALONE, DayAmong.BRIEF);

	private static final LinearModel MODEL = LinearModel.shipped("deadlines.txt");

	private static final int LONG_OVER = 60;

	/** "2026", "1.3.26". */
	private static final Pattern YEAR = Pattern.compile("20\\d\\d|\\d[./-]\\d{1,2}[./-]\\d");

	private final DateBook book;

	private final DayMarks marks;

	DeadlineReader(DateBook book) {
		this.book = book;
		this.marks = new DayMarks(book);
	}

	Optional<Deadline> read(List<Statement> statements, Plea plea, ZonedDateTime sentAt) {
		var candidates = candidates(statements, plea, sentAt);
		return candidates.stream()
			.map((candidate) -> Map.entry(candidate.likelihood(MODEL), candidate))
			.filter((candidate) -> candidate.getKey() >= LIKELY)
			.max(Map.Entry.comparingByKey())
			.map((candidate) -> candidate.getValue().deadline(sentAt))
			.or(() -> vague(statements, plea));
	}

	/** The first days that are named and not over. */
	List<Candidate> candidates(List<Statement> statements, Plea plea, ZonedDateTime sentAt) {
		var candidates = new ArrayList<Candidate>();
		var last = Optional.<LocalDate>empty();
		for (var statement : statements) {
			if (candidates.size() >= MOST) {
				break;
			}
			var moments = new MomentReader(this.book).read(statement.text(), statement.words(),
					sentAt.toLocalDateTime(), last);
			candidates.addAll(candidates(moments, statement, plea, sentAt));
			last = Stream.concat(last.stream(), moments.stream().flatMap((moment) -> moment.day().stream()))
				.reduce((_, later) -> later);
		}
		var isBrief = statements.size() <= BRIEF;
		var first = List.copyOf(candidates.subList(0, Math.min(MOST, candidates.size())));
		first.forEach((candidate) -> new DayAmong(candidate, first, sentAt).mark(isBrief));
		return first;
	}

	private List<Candidate> candidates(List<Moment> moments, Statement statement, Plea plea, ZonedDateTime sentAt) {
		return moments.stream()
			.limit(MOST)
			.map((moment) -> ahead(moment, statement.words(), sentAt.toLocalDate()))
			.map((moment) -> candidate(moment, statement, plea))
			.filter((candidate) -> !candidate.isOver(sentAt))
			.toList();
	}

	private Candidate candidate(Moment moment, Statement statement, Plea plea) {
		var weight = this.marks.weight(moment, statement, plea);
		return new Candidate(moment, statement, weight, this.marks.of(moment, statement, plea, weight),
				this.book.glossary());
	}

	/** "By 3 December", written in March, is no day that is over. */
	private Moment ahead(Moment moment, Words words, LocalDate today) {
		var over = moment.day().filter((day) -> day.isBefore(today.minusDays(LONG_OVER))).isPresent();
		return (over && this.marks.isLed(moment, words) && !namesAYear(moment, words)) ? moment.aYearLater() : moment;
	}

	private static boolean namesAYear(Moment moment, Words words) {
		return IntStream.range(moment.from(), moment.to()).anyMatch((at) -> YEAR.matcher(words.at(at)).find());
	}

	/** Nobody can say when "soon" is over, so nobody does. */
	private Optional<Deadline> vague(List<Statement> statements, Plea plea) {
		return statements.stream()
			.filter((statement) -> Math.abs(statement.index() - plea.statement().index()) <= 2)
			.filter((statement) -> this.book.in("vague", statement.words())
					|| (statement.index() == plea.statement().index() && this.book.in("some time", statement.words())))
			.findFirst()
			.map((statement) -> new Deadline(Optional.empty(), Optional.empty(), Precision.VAGUE,
					statement.clue("vague")));
	}

	/** A day that may be the deadline, and what is known of it. */
	record Candidate(Moment moment, Statement statement, double weight, Set<String> marks, Glossary glossary) {

		void addTo(Features features) {
			DeadlineFeatures.add(this.statement.words(), this.moment, this.marks, this.glossary, features);
		}

		private Features features() {
			var features = new Features();
			addTo(features);
			return features;
		}

		/** The only day of a mail of one sentence, where phrases are sure of it. */
		double likelihood(LinearModel model) {
			return (this.weight >= SURE && isPlain()) ? 1 : model.likelihood(features());
		}

		private boolean isPlain() {
			return this.marks.containsAll(PLAIN) && !this.marks.contains(DayMarks.BOOKED);
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
