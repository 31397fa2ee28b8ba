package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.countersign.reading.Deadline;
import io.countersign.reading.Reading;

/** Counts of what was read rightly and wrongly. */
final class RequestScore {

	private final Confusion intents = new Confusion();

	private final Calibration calibration = new Calibration();

	private final List<Miss> misses = new ArrayList<>();

	private final Share day = new Share();

	private final Share minute = new Share();

	private final Share invented = new Share();

	private final Share askedOf = new Share();

	private final Share language = new Share();

	private final Share actionable = new Share();

	void add(RequestExample example, Reading reading) {
		var request = reading.request();
		var right = request.intent().name().equals(example.label());
		this.intents.add(example.label(), request.intent().name());
		this.calibration.add(request.confidence(), right);
		this.language.add(reading.language().code().equals(example.language()));
		this.actionable.add(isActionable(request.intent().name()) == isActionable(example.label()));
		var actual = request.deadline()
			.flatMap(Deadline::at)
			.map((at) -> LocalDateTime.ofInstant(at, RequestExample.zone()));
		deadline(example.deadline(), actual);
		example.askedOf()
			.ifPresent((asked) -> this.askedOf.add(asked.equals(request.askedOf().stream().sorted().toList())));
		if (!right || !example.deadline().equals(actual)) {
			this.misses.add(new Miss(right ? 0 : request.confidence(),
					"%s %s: read as %s %.2f due %s, is %s due %s | %s | %s".formatted(example.id(), example.language(),
							request.intent(), request.confidence(), actual.map(Object::toString).orElse("-"),
							example.label(), example.deadline().map(Object::toString).orElse("-"),
							example.mail().subject(), reading.own().text().replace('\n', '/'))));
		}
	}

	private static boolean isActionable(String label) {
		return label.equals("APPROVAL_REQUEST") || label.equals("TASK_ORDER");
	}

	private void deadline(Optional<LocalDateTime> expected, Optional<LocalDateTime> actual) {
		if (expected.isPresent()) {
			this.day.add(actual.map(LocalDateTime::toLocalDate).equals(expected.map(LocalDateTime::toLocalDate)));
			this.minute.add(actual.equals(expected));
		}
		else {
			this.invented.add(actual.isPresent());
		}
	}

	void print(String title, PrintStream out) {
		out.println("-- " + title);
		this.intents.print(out);
		out.printf("  false approval requests %d of %d (95 %% upper bound %.3f)%n",
				this.intents.wrongly("APPROVAL_REQUEST"),
				this.intents.total() - this.intents.expected("APPROVAL_REQUEST"),
				Bound.upper(this.intents.wrongly("APPROVAL_REQUEST"),
						this.intents.total() - this.intents.expected("APPROVAL_REQUEST")));
		out.printf("  actionable or not %s, language %s, asked of %s%n", this.actionable, this.language, this.askedOf);
		out.printf("  deadline: right day %s, right minute %s, invented %s%n", this.day, this.minute, this.invented);
		this.calibration.print(out);
	}

	/** The surest mistakes first. */
	List<String> worst() {
		return this.misses.stream()
			.sorted(Comparator.comparingDouble(Miss::confidence).reversed())
			.map(Miss::line)
			.toList();
	}

	private record Miss(double confidence, String line) {
	}

	private static final class Share {

		private int right;

		private int all;

		void add(boolean hit) {
			this.right += hit ? 1 : 0;
			this.all++;
		}

		@Override
		public String toString() {
			return "%d of %d (%.3f)".formatted(this.right, this.all, Confusion.share(this.right, this.all));
		}

	}

}
