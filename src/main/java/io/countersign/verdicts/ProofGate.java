package io.countersign.verdicts;

import java.time.Duration;

import io.countersign.intake.Folder;

/**
 * VA-11a: its author's own Sent Items holds the same mail. Sightings of a message share
 * Message-ID, sender and content digest, so the copy there is this mail and no other.
 */
class ProofGate implements Gate {

	private final Duration grace;

	/**
	 * @param grace how much later than the mail its copy may turn up in Sent Items
	 */
	ProofGate(Duration grace) {
		this.grace = grace;
	}

	@Override
	public String name() {
		return "proof (VA-11a)";
	}

	@Override
	public Finding judge(Reply reply) {
		var from = reply.message().from();
		if (from.isEmpty()) {
			return Finding.refuse("It has no author.");
		}
		var author = from.get().address();
		if (reply.sightings()
			.stream()
			.anyMatch((sighting) -> sighting.folder() == Folder.SENT && sighting.mailbox().equals(author))) {
			return Finding.pass("The same mail lies in the author's own Sent Items.");
		}
		if (reply.sentReadUpTo().isEmpty()) {
			return Finding.hold("Its author's mailbox is not watched, so nothing proves who wrote it.");
		}
		var due = reply.message().receivedAt().plus(this.grace);
		return reply.sentReadUpTo().get().isBefore(due)
				? new Finding.Wait("It waits for its copy in the author's Sent Items.")
				: Finding.hold("The author's Sent Items has been read and does not hold it.");
	}

}
