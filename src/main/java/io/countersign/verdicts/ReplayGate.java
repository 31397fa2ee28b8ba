package io.countersign.verdicts;

import java.util.List;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.verdicts.header.DkimSignature;
import io.countersign.verdicts.header.OrganisationalDomain;

/**
 * VA-16: nothing says that an old mail was sent again, or to others than it was meant
 * for.
 */
class ReplayGate implements Gate {

	private final Duration oldest;

	private final Trust trust;

	/**
	 * @param oldest how far the author's clock may be from ours
	 * @param trust who is one of ours, whose mail is proven by no signature of a domain
	 */
	ReplayGate(Duration oldest, Trust trust) {
		this.oldest = oldest;
		this.trust = trust;
	}

	@Override
	public String category() {
		return "replay";
	}

	@Override
	public String requirement() {
		return "VA-16";
	}

	@Override
	public List<String> fields() {
		return Stream
			.concat(Stream.of("From", "To", "Cc", "Date", "DKIM-Signature", "Subject", "In-Reply-To", "References"),
					Validity.fields())
			.toList();
	}

	@Override
	public Finding judge(Reply reply) {
		var message = reply.message();
		if (message.sentAt().filter((at) -> isNear(at, message)).isEmpty()) {
			return Finding.hold("Its date is far from the time at which it came, or cannot be read.");
		}
		if (reply.notBefore().filter((at) -> at.isAfter(message.receivedAt().plus(this.oldest))).isPresent()) {
			return Finding.hold("It turned up long after the time at which it is said to have come.");
		}
		if (receivers(message).noneMatch((to) -> isMeant(to, reply))) {
			return Finding.hold("It is addressed neither to us nor to the person who wants the decision.");
		}
		var invalid = Validity.doubt(message);
		if (invalid.isPresent()) {
			return Finding.hold(invalid.get());
		}
		if (coversAPart(reply)) {
			return Finding.hold("A signature of its author's domain covers a part of it only.");
		}
		if (reply.matter().thread().namesake().isPresent()) {
			return Finding.hold("Another mail bears its Message-ID and answers something else.");
		}
		var isOurs = reply.author().filter((author) -> this.trust.accepts(author.domain())).isPresent();
		return (isOurs ? Optional.<String>empty() : new SignedTie(reply).doubt()).map(Finding::hold)
			.orElseGet(() -> Finding.pass("It is fresh, and addressed to those it answers."));
	}

	private boolean isNear(Instant sentAt, Message message) {
		return Duration.between(sentAt, message.receivedAt()).abs().compareTo(this.oldest) <= 0;
	}

	private static Stream<EmailAddress> receivers(Message message) {
		return Stream.concat(message.to().stream(), message.cc().stream()).map(Party::address);
	}

	private static boolean isMeant(EmailAddress receiver, Reply reply) {
		return reply.ours().contains(receiver) || reply.matter().requester().filter(receiver::equals).isPresent();
	}

	private static boolean coversAPart(Reply reply) {
		var domain = reply.author().map(EmailAddress::domain).orElse("");
		return reply.message()
			.evidence()
			.all("DKIM-Signature")
			.stream()
			.map(DkimSignature::parse)
			.anyMatch((signature) -> isPartial(signature, domain));
	}

	/** A signature we cannot read may still have been verified by others. */
	private static boolean isPartial(Optional<DkimSignature> signature, String domain) {
		return signature.isEmpty() || signature.get().coversAPart() && signature.get()
			.domain()
			.filter((signer) -> !OrganisationalDomain.sharedBy(signer, domain))
			.isEmpty();
	}

}
