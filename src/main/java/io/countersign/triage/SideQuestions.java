package io.countersign.triage;

import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.reading.Clue;
import io.countersign.reading.Reader;
import io.countersign.reading.VerdictReading;

import org.springframework.stereotype.Component;

/**
 * Mails of a case that ask something else than the request does: a yes to one of them may
 * be one to that.
 */
@Component
class SideQuestions {

	/** Words that say yes to whatever was asked. */
	private static final String TO_ANYTHING = "/yes (?:plain|weak)/.*+";

	private final Messages messages;

	private final Reader reader;

	private final TriageProperties properties;

	SideQuestions(Messages messages, Reader reader, TriageProperties properties) {
		this.messages = messages;
		this.reader = reader;
		this.properties = properties;
	}

	/**
	 * The Message-ID of the one that a reply answers directly. What the requester asks in
	 * the same thread is about his request, so that only a bare yes leaves it open.
	 */
	Optional<String> answeredBy(Message reply, CaseView view, VerdictReading reading) {
		var asking = view.asks().stream().map(Ask::message).collect(Collectors.toSet());
		var joined = view.messages().stream().map(CaseView.JoinedMessage::message).collect(Collectors.toSet());
		return reply.threading()
			.ancestors()
			.stream()
			.limit(1)
			.flatMap((named) -> this.messages.byInternetMessageId(named).stream())
			.filter((id) -> joined.contains(id) && !asking.contains(id))
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((mail) -> asks(mail) && (!isOfRequester(mail, view) || isBare(reading)))
			.flatMap((mail) -> mail.internetMessageId().stream())
			.findFirst();
	}

	private boolean asks(Message mail) {
		return this.reader.read(Letters.of(mail, this.properties.zone())).own().text().indexOf('?') >= 0;
	}

	private static boolean isOfRequester(Message mail, CaseView view) {
		return mail.from()
			.filter((from) -> view.requester().filter((one) -> one.address().equals(from.address())).isPresent())
			.isPresent();
	}

	private static boolean isBare(VerdictReading reading) {
		return reading.clues().stream().map(Clue::rule).allMatch((rule) -> rule.matches("[a-z]{2}" + TO_ANYTHING));
	}

}
