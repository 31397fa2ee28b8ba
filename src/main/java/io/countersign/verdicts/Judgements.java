package io.countersign.verdicts;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.intake.Message;
import io.countersign.intake.MessageId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges replies and keeps what each judgement rested on, in the transaction of what
 * follows from it.
 */
public class Judgements {

	private final Verdicts verdicts;

	private final JudgementRepository repository;

	private final Function<Message, Optional<MailSignature>> signatures;

	private final Refusals refusals;

	private final VerdictProperties policy;

	private final String software;

	private final ApplicationEventPublisher events;

	Judgements(VerdictProperties policy, JudgementRepository repository,
			Function<Message, Optional<MailSignature>> signatures, Refusals refusals, String software,
			ApplicationEventPublisher events) {
		this.verdicts = new Verdicts(policy);
		this.repository = repository;
		this.signatures = signatures;
		this.refusals = refusals;
		this.policy = policy;
		this.software = software;
		this.events = events;
	}

	/**
	 * Whether what a case of these kinds costs matters to how answers in it are judged.
	 */
	public boolean weighCost(Collection<String> kinds) {
		return this.policy.costly().stream().anyMatch((one) -> one.isAbout(kinds));
	}

	@Transactional
	public Judgement judge(Reply unsigned) {
		var reply = unsigned.signed(signature(unsigned.message()));
		var judgement = this.verdicts.judge(reply);
		Judged.of(judgement).ifPresent((judged) -> keep(reply, judged));
		if (judgement instanceof Judgement.Refused refused) {
			refuse(reply.message(), refused.because());
		}
		return judgement;
	}

	/** It covers no field of the header: the same one may be put under another. */
	private Optional<MailSignature> signature(Message message) {
		return this.signatures.apply(message)
			.map((one) -> one.digest()
				.filter((digest) -> this.repository.isOverAnother(digest, message.id()))
				.isPresent() ? one.repeated() : one);
	}

	/** What was judged of these messages is forgotten, with what they said. */
	public void forget(Collection<MessageId> messages) {
		this.repository.forget(messages);
	}

	private void keep(Reply reply, Judged judged) {
		var version = Policies.version(this.policy);
		this.repository.keep(version, this.policy);
		this.repository.keep(reply.message(), domain(reply.message()), judged, Facts.of(reply), version, this.software,
				reply.now());
	}

	/** A mail that answers no request of anybody's is not believed (VA-24). */
	@Transactional
	public void refuse(Message message, Judgement.Reason because) {
		var domain = domain(message);
		this.refusals.count(because.category(), domain);
		this.events.publishEvent(new ReplyRefused(message.id(), message.evidence().raw().sha256(), because, domain));
	}

	private static String domain(Message message) {
		return message.from().map((from) -> from.address().domain()).orElse("unknown");
	}

}
