package io.countersign.triage;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.intake.Preview;
import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;

/** Hands mails to the reader, which knows nothing of mailboxes. */
public final class Letters {

	private Letters() {
	}

	public static Mail of(Message message, ZoneId zone) {
		var content = message.content();
		return new Mail(message.subject(), content.text(), content.html(), message.from().map(Letters::person),
				message.sender().map(Letters::person), people(message.to()), people(message.cc()),
				Optional.of(message.sentAt()
					.filter((at) -> !at.isAfter(message.receivedAt()))
					.orElse(message.receivedAt())),
				zone, Optional.empty());
	}

	static Mail of(Preview preview, ZoneId zone) {
		return new Mail(preview.subject(), preview.body().text(), preview.body().html(),
				preview.from().map(Letters::person), preview.sender().map(Letters::person), people(preview.to()),
				people(preview.cc()), preview.sentAt(), zone, Optional.empty());
	}

	private static List<Correspondent> people(List<Party> parties) {
		return parties.stream().map(Letters::person).toList();
	}

	private static Correspondent person(Party party) {
		return new Correspondent(party.displayName(), party.address().value());
	}

}
