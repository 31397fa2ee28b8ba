package io.countersign.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/**
 * A case with everything that belongs to it.
 *
 * @param holder who has it now
 * @param version rises with each change
 * @param documents that messages have brought
 * @param copies of files in the cloud that messages point to; no part of what is decided
 */
public record CaseView(CaseId id, CaseNumber number, String title, String type, String language, CaseState state,
		Optional<EmailAddress> holder, Instant holderSince, Optional<Due> deadline, Optional<Outcome> outcome,
		Instant openedAt, Instant changedAt, int version, MessageId openedBy, List<Participant> participants,
		List<Ask> asks, List<Verdict> verdicts, List<Task> tasks, List<CaseDocument> documents,
		List<CaseDocument> copies, List<JoinedMessage> messages) {

	/** A message of the case and why it is there. */
	public record JoinedMessage(MessageId message, String reason, Instant joinedAt) {
	}

	/** Documents and copies. */
	public List<CaseDocument> files() {
		return Stream.concat(this.documents.stream(), this.copies.stream()).toList();
	}

	public Optional<Participant> participant(EmailAddress address) {
		return this.participants.stream().filter((one) -> one.address().equals(address)).findFirst();
	}

	public Optional<Participant> requester() {
		return this.participants.stream().filter((one) -> one.role() == Role.REQUESTER).findFirst();
	}

	/**
	 * The newest version of each of these files, where it is not among them: nobody who
	 * was asked about them has been asked about it.
	 */
	public List<CaseDocument> newerThan(Collection<DocumentId> files) {
		return laterThan(files)
			.collect(Collectors.toMap(CaseDocument::chain, Function.identity(),
					(one, other) -> (one.version() > other.version()) ? one : other, TreeMap::new))
			.values()
			.stream()
			.toList();
	}

	/** Every version that came after these files. */
	public Stream<CaseDocument> laterThan(Collection<DocumentId> files) {
		var asked = this.documents.stream()
			.filter((one) -> files.contains(one.sha256()))
			.collect(Collectors.toMap(CaseDocument::chain, CaseDocument::version, Math::max));
		return this.documents.stream()
			.filter((one) -> one.version() > asked.getOrDefault(one.chain(), Integer.MAX_VALUE));
	}

	/** What this person is asked and has not answered for good. */
	public Optional<Ask> openAsk(EmailAddress person) {
		return this.asks.stream()
			.filter((ask) -> ask.isOpen() && ask.revision() == revision() && ask.approver().equals(person)
					&& this.state != CaseState.CLOSED)
			.findFirst();
	}

	/**
	 * The request that a held answer is about, as long as whoever was asked may confirm
	 * it. Whatever has been asked since, an answer binds what it answered (VA-6).
	 */
	public Optional<Ask> confirmable(Verdict held) {
		return this.asks.stream()
			.filter((ask) -> ask.id().equals(held.decision().ask()) && ask.isOpen()
					&& held.state() == Verdict.State.HELD && this.state != CaseState.CLOSED)
			.findFirst();
	}

	/** Who has it once it is checked: the first who is asked, else whoever has asked. */
	public Optional<EmailAddress> afterCheck() {
		return this.asks.stream()
			.filter((ask) -> ask.isOpen() && ask.revision() == revision())
			.map(Ask::approver)
			.findFirst()
			.or(() -> requester().map(Participant::address));
	}

	/** The newest revision that was asked about and not called off. */
	public int revision() {
		return this.asks.stream()
			.filter((ask) -> ask.state() != Ask.State.WITHDRAWN)
			.mapToInt(Ask::revision)
			.max()
			.orElse(0);
	}

}
