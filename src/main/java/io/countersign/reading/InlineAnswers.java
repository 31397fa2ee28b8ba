package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was written between the lines of a quote, point by point.
 *
 * @param points the quoted points in order, also those nobody answered
 * @param besides the own words that answer none of them
 */
record InlineAnswers(List<Point> points, String besides) {

	static final InlineAnswers NONE = new InlineAnswers(List.of(), "");

	private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}|[a-hA-H])[.):][ \\t]{1,8}\\S.*");

	private static final Pattern MARKS = Pattern.compile("^[> |]+");

	private static final int MOST = 50;

	InlineAnswers {
		points = List.copyOf(points);
	}

	/**
	 * Nothing where a single answer stands below the whole quote: it answers all of it.
	 */
	static InlineAnswers of(List<Body.Line> lines, boolean[] quoted, boolean[] gone) {
		var found = new Collector();
		for (var i = 0; i < lines.size(); i++) {
			if (!lines.get(i).isBlank()) {
				found.take(lines.get(i).words(), quoted[i], gone[i]);
			}
		}
		return found.answers();
	}

	/** Whether several points were quoted, of which some are answered by themselves. */
	boolean isAnsweredByPoints() {
		return this.points.size() > 1;
	}

	/**
	 * A quoted point and what stands below it.
	 *
	 * @param number as written, or its place where it only is a question
	 */
	record Point(String number, String answer) {

		boolean isAnswered() {
			return !this.answer.isEmpty();
		}

	}

	/** Goes down the lines of a mail. */
	private static final class Collector {

		private final List<Point> numbered = new ArrayList<>();

		private final List<Point> questions = new ArrayList<>();

		private final StringBuilder besides = new StringBuilder();

		/** The list whose last point the next own words answer. */
		private Optional<List<Point>> open = Optional.empty();

		private boolean isBehindOwn;

		private boolean isFollowed;

		void take(String words, boolean isQuoted, boolean isGone) {
			if (isQuoted) {
				quote(MARKS.matcher(words).replaceFirst("").strip());
			}
			else if (!isGone) {
				answer(AnswersInside.withoutName(words));
			}
		}

		private void quote(String words) {
			if (this.isBehindOwn) {
				this.isFollowed |= this.open.isPresent();
				this.open = Optional.empty();
				this.isBehindOwn = false;
			}
			var number = NUMBERED.matcher(words);
			if (number.matches()) {
				open(this.numbered, number.group(1));
			}
			else if (words.endsWith("?")) {
				open(this.questions, Integer.toString(this.questions.size() + 1));
			}
		}

		private void open(List<Point> points, String number) {
			if (points.size() < MOST) {
				points.add(new Point(number, ""));
				this.open = Optional.of(points);
			}
		}

		private void answer(String words) {
			this.isBehindOwn = true;
			this.open.ifPresentOrElse((points) -> {
				var point = points.removeLast();
				points.add(new Point(point.number(), (point.answer() + "\n" + words).strip()));
			}, () -> this.besides.append(words).append('\n'));
		}

		InlineAnswers answers() {
			var points = this.numbered.stream().anyMatch(Point::isAnswered) ? this.numbered
					: this.questions.stream().dropWhile((point) -> !point.isAnswered()).toList();
			var answered = points.stream().filter(Point::isAnswered).count();
			return (answered > 1 || (answered == 1 && this.isFollowed))
					? new InlineAnswers(points, this.besides.toString().strip()) : NONE;
		}

	}

}
