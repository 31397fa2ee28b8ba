package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.cases.Decision;
import io.countersign.cases.VerdictArchive;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * VA-20: judges everything once more, each mail by the facts and the policy it was judged
 * by, and says what comes out differently; then it says of each verdict that counts or is
 * held whether it is what was judged and what the journal has. It changes nothing.
 */
class Rejudging {

	private static final int AT_ONCE = 200;

	private final JudgementRepository repository;

	private final BiFunction<String, Integer, List<VerdictArchive.Kept>> verdicts;

	private final Function<MessageId, Optional<Message>> mails;

	Rejudging(JudgementRepository repository, BiFunction<String, Integer, List<VerdictArchive.Kept>> verdicts,
			Function<MessageId, Optional<Message>> mails) {
		this.repository = repository;
		this.verdicts = verdicts;
		this.mails = mails;
	}

	Report all() {
		var same = 0;
		var gone = 0;
		var different = new ArrayList<Difference>();
		var kept = this.repository.after("", 0, AT_ONCE);
		while (!kept.isEmpty()) {
			for (var one : kept) {
				var message = this.mails.apply(one.message());
				if (message.isEmpty()) {
					gone++;
					continue;
				}
				var difference = difference(one, message.get());
				difference.ifPresent(different::add);
				same += difference.isEmpty() ? 1 : 0;
			}
			kept = this.repository.after(kept.getLast().message().value(), kept.getLast().number(), AT_ONCE);
		}
		var unfounded = new ArrayList<Unfounded>();
		return new Report(same, gone, different, verdicts(unfounded), unfounded);
	}

	/** Nothing where it comes out as the first time. */
	private static Optional<Difference> difference(JudgementRepository.Row row, Message mail) {
		var kept = row.read();
		var again = kept.flatMap((one) -> Judged.of(new Verdicts(one.policy()).judge(one.facts().about(mail))));
		var isSame = kept.filter((one) -> one.isOf(mail) && again.filter(one.judged()::isAgain).isPresent())
			.isPresent();
		return isSame ? Optional.empty()
				: Optional.of(new Difference(row.message().value(),
						kept.map((one) -> one.judged().word()).orElse("unreadable"),
						again.map(Judged::word).orElse("none"), row.software()));
	}

	/** Answers how many there are. */
	private int verdicts(List<Unfounded> unfounded) {
		var count = 0;
		var kept = this.verdicts.apply("", AT_ONCE);
		while (!kept.isEmpty()) {
			for (var one : kept) {
				count++;
				one.fault()
					.or(() -> one.decision().flatMap((decision) -> fault(decision, one.judgement())))
					.ifPresent((sentence) -> unfounded.add(new Unfounded(one.verdict(), sentence)));
			}
			kept = this.verdicts.apply(kept.getLast().verdict(), AT_ONCE);
		}
		return count;
	}

	/** What was given on a page or told by a program stands in the journal alone. */
	private Optional<String> fault(Decision decision, Optional<String> sealed) {
		if (decision.message().flatMap(this.mails).isEmpty()) {
			return Optional.empty();
		}
		var judged = this.repository.of(decision.message().get())
			.stream()
			.filter((one) -> one.isAbout(decision.ask()))
			.toList();
		if (judged.isEmpty()) {
			return Optional.of("No judgement is kept on which it rests.");
		}
		if (judged.stream().noneMatch((one) -> bears(one.judged(), decision))) {
			return Optional.of("It is not what was judged.");
		}
		return sealed.filter((hash) -> judged.stream().noneMatch((one) -> one.digest().equals(hash)))
			.map((_) -> "What was judged, or the policy of that time, is not what the journal has sealed of it.");
	}

	private static boolean bears(Judged judged, Decision decision) {
		return judged.decision()
			.map((read) -> decision.equals(read) || (judged.isHeld() && decision.confirms(read)))
			.orElseGet(() -> judged.outcome().equals(Optional.of(decision.outcome().word())));
	}

	/**
	 * What came out of judging again.
	 *
	 * @param same judgements that came out as the first time
	 * @param gone judgements on mails that have been forgotten since
	 * @param different judgements that did not
	 * @param verdicts how many count or are held
	 * @param unfounded those of them that what is kept does not bear out
	 */
	@RetainJavadoc
	@Schema(name = "Rejudgement")
	record Report(int same, int gone, List<Difference> different, int verdicts, List<Unfounded> unfounded) {
	}

	/**
	 * A judgement that comes out differently.
	 *
	 * @param message the one that was judged
	 * @param recorded what came out the first time
	 * @param now what comes out today
	 * @param software the version that judged it first
	 */
	@RetainJavadoc
	record Difference(String message, String recorded, String now, String software) {
	}

	/**
	 * A verdict that is not borne out.
	 *
	 * @param verdict its id
	 * @param sentence why not
	 */
	@RetainJavadoc
	record Unfounded(String verdict, String sentence) {
	}

}
