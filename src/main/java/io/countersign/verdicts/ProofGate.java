package io.countersign.verdicts;

import java.util.List;

import java.time.Duration;

/**
 * VA-11a, else what the servers say. Sightings of a message share Message-ID, sender and
 * content digest, so a copy in the sender's own Sent Items is this mail and no other; a
 * copy in anybody else's proves nothing, nor does one that was delivered and then put
 * there. Where that folder is watched the copy has to turn up, whatever the servers say.
 */
class ProofGate implements Gate {

	private static final List<String> FIELDS = List.of("From", "Sender", "Message-ID", "Received",
			"Authentication-Results", "X-MS-Exchange-Organization-AuthAs",
			"X-MS-Exchange-Organization-MessageDirectionality", "X-MS-Exchange-CrossTenant-Id",
			"X-Forefront-Antispam-Report");

	private final Duration grace;

	private final Duration patience;

	private final Proof servers;

	/**
	 * @param grace how much later than the mail its copy may turn up in Sent Items
	 * @param patience how long the copy is waited for while Sent Items cannot be read
	 */
	ProofGate(Duration grace, Duration patience, Proof servers) {
		this.grace = grace;
		this.patience = patience;
		this.servers = servers;
	}

	@Override
	public String category() {
		return "proof";
	}

	@Override
	public String requirement() {
		return this.servers.requirement() + ", VA-11a";
	}

	@Override
	public List<String> fields() {
		return FIELDS;
	}

	@Override
	public Finding judge(Reply reply) {
		var actor = reply.actor();
		if (actor.isEmpty()) {
			return unlessRefused(reply, "Who sent it could not be read.");
		}
		if (reply.message().internetMessageId().isEmpty()) {
			return unlessRefused(reply, "It has no Message-ID by which its copy could be known.");
		}
		if (reply.isSentByItsActor()) {
			return new Finding.Proven(ProofLevel.A3, "The same mail lies in the sender's own Sent Items.");
		}
		if (!reply.message().evidence().has("Received")) {
			return isRead(reply) ? Finding.refuse("It has not travelled, and its author has not sent it.")
					: missing(reply);
		}
		var said = this.servers.judge(reply);
		return (said instanceof Finding.Refuse || reply.sentReadUpTo().isEmpty()) ? said : missing(reply);
	}

	/** What its author leaves out makes no forgery a doubt only. */
	private Finding unlessRefused(Reply reply, String doubt) {
		return (this.servers.judge(reply) instanceof Finding.Refuse refuse) ? refuse : Finding.hold(doubt);
	}

	private Finding missing(Reply reply) {
		if (isRead(reply)) {
			return Finding.hold("The sender's Sent Items has been read and does not hold it.");
		}
		return reply.now().isAfter(reply.message().receivedAt().plus(this.patience))
				? Finding.hold("The sender's Sent Items could not be read for a long time.")
				: new Finding.Wait("It waits for its copy in the sender's Sent Items.");
	}

	/** Whether no copy can turn up any more, or nobody looks for one. */
	private boolean isRead(Reply reply) {
		return reply.sentReadUpTo()
			.map((upTo) -> !upTo.isBefore(reply.message().receivedAt().plus(this.grace)))
			.orElse(true);
	}

}
