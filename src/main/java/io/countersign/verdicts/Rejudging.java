package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.intake.Message;
import io.countersign.intake.MessageId;

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
		var kept = this.repository.after("", 0, AT_ONCE);
		while (!kept.isEmpty()) {
			for (var one : kept) {
				var message = this.mails.apply(one.message());
				var again = message
					.flatMap((mail) -> Judged.of(new Verdicts(one.policy()).judge(one.facts().about(mail))));
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
			kept = this.repository.after(kept.getLast().message().value(), kept.getLast().facts().number(), AT_ONCE);
		}
		return new Report(same, gone, different);
	}

	/**
	 * @param gone judgements on mails that have been forgotten since
	 */
	record Report(int same, int gone, List<Difference> different) {
	}

	/**
	 * @param software that judged it first
	 */
	record Difference(String message, String recorded, String now, String software) {
	}

}
