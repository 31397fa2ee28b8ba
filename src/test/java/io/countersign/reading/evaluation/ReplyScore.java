package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.countersign.reading.Reading;

/** What was counted over a number of answers. */
final class ReplyScore {

	private static final String APPROVED = "APPROVED";

	private final Confusion verdicts = new Confusion();

	private final Calibration calibration = new Calibration();

	private final List<Failure> failures = new ArrayList<>();

	private int mails;

	private int exact;

	private double characters;

	private int held;

	private final List<Double> conditions = new ArrayList<>();

	private final List<Boolean> delegates = new ArrayList<>();

	private final List<Boolean> items = new ArrayList<>();

	void add(ReplyExample example, Reading reading) {
		this.mails++;
		visible(example, reading);
		var label = example.isByAnother() ? "NONE" : reading.verdict().label().name();
		var right = label.equals(example.verdict());
		this.held += reading.verdict().needsConfirmation() ? 1 : 0;
		this.verdicts.add(example.verdict(), label);
		this.calibration.add(reading.verdict().confidence(), right);
		example.condition()
			.ifPresent((expected) -> this.conditions
				.add(Overlap.ofWords(expected, reading.verdict().condition().orElse(""))));
		example.delegate()
			.ifPresent((expected) -> this.delegates.add(reading.verdict()
				.delegateTo()
				.filter((who) -> who.contains(expected) || expected.contains(who))
				.isPresent()));
		if (!example.items().isEmpty()) {
			this.items.add(example.items()
				.equals(reading.verdict().items().stream().map((item) -> item.number() + " " + item.label()).toList()));
		}
		if (!right) {
			this.failures.add(Failure.ofVerdict(example, label, reading));
		}
	}

	private void visible(ReplyExample example, Reading reading) {
		var own = reading.own().text();
		var isExact = own.strip().equals(example.visible().strip())
				|| example.accepted().stream().anyMatch((accepted) -> accepted.strip().equals(own.strip()));
		this.exact += isExact ? 1 : 0;
		var overlap = isExact ? 1 : Overlap.ofCharacters(example.visible(), own);
		this.characters += overlap;
		if (!isExact) {
			this.failures.add(Failure.ofText(example, overlap, reading));
		}
	}

	int falseApprovals() {
		return this.verdicts.wrongly(APPROVED);
	}

	/** The share of the approvals that were found. */
	double found() {
		return this.verdicts.recall(APPROVED);
	}

	double accuracy() {
		return this.verdicts.accuracy();
	}

	double exactShare() {
		return Confusion.share(this.exact, this.mails);
	}

	String line() {
		return "n %4d  accuracy %.3f  approvals found %d of %d  false approvals %d of %d  text exact %.3f".formatted(
				this.mails, this.verdicts.accuracy(), this.verdicts.right(APPROVED), this.verdicts.expected(APPROVED),
				falseApprovals(), others(), Confusion.share(this.exact, this.mails));
	}

	private int others() {
		return this.mails - this.verdicts.expected(APPROVED);
	}

	void print(String name, PrintStream out) {
		out.printf("-- %s: %d mails%n", name, this.mails);
		out.printf("  newly written text: exact %.3f  character F1 %.4f%n", Confusion.share(this.exact, this.mails),
				this.characters / this.mails);
		this.verdicts.print(out);
		out.printf("  false approvals %d of %d (95 %% upper bound %.4f)  held for confirmation %d%n", falseApprovals(),
				others(), Bound.upper(falseApprovals(), others()), this.held);
		out.printf("  conditions: token F1 %.3f of %d  delegates named %.3f of %d  items %.3f of %d%n",
				this.conditions.stream().mapToDouble(Double::doubleValue).average().orElse(0), this.conditions.size(),
				share(this.delegates), this.delegates.size(), share(this.items), this.items.size());
		this.calibration.print(out);
	}

	private static double share(List<Boolean> outcomes) {
		return Confusion.share((int) outcomes.stream().filter(Boolean::booleanValue).count(), outcomes.size());
	}

	/** False approvals first. */
	List<String> worst() {
		return this.failures.stream()
			.sorted(Comparator.comparingDouble(Failure::harm).reversed())
			.map(Failure::toString)
			.toList();
	}

	/**
	 * Something read wrongly.
	 *
	 * @param harm how bad it is to believe it
	 */
	private record Failure(double harm, String what) {

		static Failure ofVerdict(ReplyExample example, String label, Reading reading) {
			var harm = label.equals(APPROVED) ? 10
					: example.verdict().equals("APPROVED_WITH_CONDITIONS") ? 5 : reading.verdict().confidence();
			return new Failure(harm, "  %s %s: %s, not %s: %s %s".formatted(example.id(), example.language(), label,
					example.verdict(), line(example.visible()), rules(reading)));
		}

		static Failure ofText(ReplyExample example, double overlap, Reading reading) {
			return new Failure(2 - overlap, "  %s %s: read <%s>, not <%s>".formatted(example.id(), example.language(),
					line(reading.own().text()), line(example.visible())));
		}

		private static String rules(Reading reading) {
			return reading.verdict()
				.clues()
				.stream()
				.map((clue) -> clue.rule() + " «" + line(clue.quote()) + "»")
				.toList()
				.toString();
		}

		private static String line(String text) {
			return text.substring(0, Math.min(200, text.length())).replace('\n', '/');
		}

		@Override
		public String toString() {
			return this.what;
		}

	}

}
