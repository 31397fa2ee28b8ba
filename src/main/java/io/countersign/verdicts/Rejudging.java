package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.verdicts.JudgementRepository.Kept;

/**
 * VA-20: judges everything once more, each mail by the facts and the policy it was judged
 * by, and says what comes out differently. It changes nothing.
 */
class Rejudging {

	private static final int AT_ONCE = 200;

	private final JudgementRepository repository;

	private final Function<MessageId, Optional<Message>> mails;

	Rejudging(JudgementRepository repository, Function<MessageId, Optional<Message>> mails) {
		this.repository = repository;
		this.mails = mails;
	}

	Report all() {
		var same = 0;
		var gone = 0;
		var different = new ArrayList<Difference>();
		var last = "";
		for (var kept = this.repository.after(last, AT_ONCE); !kept.isEmpty(); kept = this.repository.after(last,
				AT_ONCE)) {
			for (var one : kept) {
				var message = this.mails.apply(one.message());
				var again = message.flatMap((mail) -> Judged.of(new Verdicts(one.policy()).judge(one.facts().about(mail))));
				if (message.isEmpty()) {
					gone++;
				}
				else if (again.filter(one.judged()::equals).isPresent()) {
					same++;
				}
				else {
					different.add(new Difference(one.message().value(), one.judged().word(),
							again.map(Judged::word).orElse("none"), one.software()));
				}
			}
			last = last(kept);
		}
		return new Report(same, gone, different);
	}

	private static String last(List<Kept> kept) {
		return kept.getLast().message().value();
	}

	/**
	 * @param gone judgements on mails that have been forgotten since
	 */
	record Report(int same, int gone, List<Difference> different) {
	}

	/** @param software that judged it first */
	record Difference(String message, String recorded, String now, String software) {
	}

}
