package io.countersign.verdicts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Party;
import io.countersign.intake.Sighting;
import io.countersign.reading.OwnWords;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.header.AddressField;

/**
 * A message that belongs to a case, with all that is known when it is judged. Judging it
 * again with the same facts gives the same judgement.
 *
 * @param matter the case it was joined to
 * @param namedAsks the asks of any case whose Message-ID it names, nearest first
 * @param people those of the addresses it uses who are in the directory
 * @param mandates those of its author and its sender, also the ones that have run out
 * @param sentReadUpTo how far Sent Items of whoever sent it has been read; empty when
 * that mailbox is not watched
 * @param ours our own addresses
 * @param repeats another mail with its Message-ID from which a verdict was taken
 * @param signature the one over the whole mail, where there is one
 * @param ground of an answer in a chat
 * @param now by our clock, only to end a wait
 */
public record Reply(Message message, List<Sighting> sightings, Matter matter, List<Ask> namedAsks,
		Map<EmailAddress, Person> people, List<Mandate> mandates, Optional<Instant> sentReadUpTo,
		Set<EmailAddress> ours, Optional<MessageId> repeats, Optional<MailSignature> signature,
		Optional<ChatGround> ground, OwnWords own, VerdictReading reading, Instant now) {

	/** The same with what is known of the signature over it. */
	Reply signed(Optional<MailSignature> by) {
		return new Reply(this.message, this.sightings, this.matter, this.namedAsks, this.people, this.mandates,
				this.sentReadUpTo, this.ours, this.repeats, by, this.ground, this.own, this.reading, this.now);
	}

	/** Who wrote it, by its From field. */
	public Optional<EmailAddress> author() {
		return this.message.from().map(Party::address);
	}

	/**
	 * Whoever sent it: the sender where one is named, else the author. A sender who is
	 * not named as plainly as an author has to be is nobody.
	 */
	public Optional<EmailAddress> actor() {
		var named = this.message.evidence().all("Sender");
		return named.isEmpty() ? author()
				: this.message.sender()
					.map(Party::address)
					.filter((sender) -> AddressField.parse(named.getFirst())
						.filter((plain) -> plain.address().equals(sender))
						.isPresent());
	}

	/**
	 * VA-11a: a copy that nobody delivered lies in the Sent Items of whoever sent it.
	 */
	boolean isSentByItsActor() {
		return actor().filter((actor) -> this.sightings.stream().anyMatch((one) -> isSentBy(actor, one))).isPresent();
	}

	private static boolean isSentBy(EmailAddress actor, Sighting sighting) {
		return sighting.folder() == Folder.SENT && sighting.mailbox().equals(actor) && !sighting.filing().delivered();
	}

	/**
	 * What its owner says of the time at which it came is true at the earliest from here
	 * on; nothing where one of the places it lies in says no more.
	 */
	Optional<Instant> notBefore() {
		return this.sightings.stream().allMatch((one) -> one.filing().notBefore().isPresent())
				? this.sightings.stream().flatMap((one) -> one.filing().notBefore().stream()).min(Instant::compareTo)
				: Optional.empty();
	}

	/**
	 * The ask it answers: the nearest one it names that was put to its author, else to
	 * somebody for whom its author may answer.
	 */
	public Optional<Ask> ask() {
		return firstOf(this.namedAsks.stream().filter(this::putToAuthor),
				this.namedAsks.stream().filter(this::putToPrincipal));
	}

	/** The ask it would answer if the case alone tied it to one. */
	Optional<Ask> likelyAsk() {
		return ask().or(() -> firstOf(newest(this::putToAuthor), newest(this::putToPrincipal)));
	}

	/** The mandates under which its sender may answer for that person. */
	List<Mandate> mandatesFor(EmailAddress principal) {
		return this.mandates.stream()
			.filter((mandate) -> mandate.principal().equals(principal)
					&& actor().filter(mandate.delegate()::equals).isPresent())
			.toList();
	}

	private boolean putToAuthor(Ask ask) {
		return author().filter(ask.approver()::equals).isPresent();
	}

	private boolean putToPrincipal(Ask ask) {
		return !mandatesFor(ask.approver()).isEmpty();
	}

	private Stream<Ask> newest(Predicate<Ask> fits) {
		return this.matter.asks().stream().filter(fits).reduce((_, later) -> later).stream();
	}

	private static Optional<Ask> firstOf(Stream<Ask> own, Stream<Ask> others) {
		return Stream.concat(own, others).findFirst();
	}

}
