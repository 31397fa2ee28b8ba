package io.countersign.verdicts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.intake.Sighting;

/**
 * VA-11a: its author's own Sent Items holds the same mail. Sightings of a message share
 * Message-ID, sender and content digest, so the copy there is this mail and no other. A
 * copy in anybody else's Sent Items proves nothing.
 */
class ProofGate implements Gate {

	private final Duration grace;

	private final Duration patience;

	/**
	 * @param grace how much later than the mail its copy may turn up in Sent Items
	 * @param patience how long the copy is waited for while Sent Items cannot be read
	 */
	ProofGate(Duration grace, Duration patience) {
		this.grace = grace;
		this.patience = patience;
	}

	@Override
	public String category() {
		return "proof";
	}

	@Override
	public String requirement() {
		return "VA-11a";
	}

	@Override
	public Finding judge(Reply reply) {
		var author = author(reply.message());
		if (author.isEmpty()) {
			return Finding.hold("Who sent it could not be read.");
		}
		if (reply.message().internetMessageId().isEmpty()) {
			return Finding.hold("It has no Message-ID by which its copy could be known.");
		}
		if (liesIn(reply, (sighting) -> isSentBy(author.get(), sighting))) {
			return Finding.pass("The same mail lies in the author's own Sent Items.");
		}
		return missing(reply);
	}

	/** Whoever sent it has the copy: the sender where one is named, else the author. */
	private static Optional<EmailAddress> author(Message message) {
		var party = message.evidence().has("Sender") ? message.sender() : message.from();
		return party.map(Party::address);
	}

	private static boolean liesIn(Reply reply, Predicate<Sighting> place) {
		return reply.sightings().stream().anyMatch(place);
	}

	private static boolean isSentBy(EmailAddress author, Sighting sighting) {
		return sighting.folder() == Folder.SENT && sighting.mailbox().equals(author);
	}

	private Finding missing(Reply reply) {
		if (!reply.message().evidence().has("Received") && isRead(reply)) {
			return Finding.refuse("It has not travelled, and its author has not sent it.");
		}
		if (reply.sentReadUpTo().isEmpty()) {
			return Finding.hold("Its author's mailbox is not watched, so nothing proves who wrote it.");
		}
		if (isRead(reply)) {
			return Finding.hold("The author's Sent Items has been read and does not hold it.");
		}
		return reply.now().isAfter(reply.message().receivedAt().plus(this.patience))
				? Finding.hold("The author's Sent Items could not be read for a long time.")
				: new Finding.Wait("It waits for its copy in the author's Sent Items.");
	}

	/** Whether no copy can turn up any more, or nobody looks for one. */
	private boolean isRead(Reply reply) {
		return reply.sentReadUpTo()
			.map((upTo) -> !upTo.isBefore(reply.message().receivedAt().plus(this.grace)))
			.orElse(true);
	}

}
