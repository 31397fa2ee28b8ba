package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** VA-7: mails under a Message-ID from which a verdict was taken before. */
@Component
class Repeats {

	private final Cases cases;

	private final Messages messages;

	Repeats(Cases cases, Messages messages) {
		this.cases = cases;
		this.messages = messages;
	}

	/**
	 * Another mail under the same Message-ID whose verdict is on record, in this case or
	 * in any other.
	 */
	Optional<MessageId> of(Message message, CaseView view) {
		var others = message.internetMessageId()
			.map(this.messages::byInternetMessageId)
			.orElseGet(List::of)
			.stream()
			.filter((id) -> !id.equals(message.id()))
			.toList();
		if (others.isEmpty()) {
			return Optional.empty();
		}
		return Stream.concat(Stream.of(view), this.cases.ofMessages(others).stream().map(this.cases::get))
			.flatMap((one) -> one.verdicts().stream())
			.flatMap((verdict) -> verdict.decision().message().stream())
			.filter(others::contains)
			.findFirst();
	}

}
