package io.countersign.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.PageOrder;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.Tie;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.overview.BoardRow;
import io.countersign.overview.Stage;
import io.countersign.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param opening what was read in the mail that opened it; nothing once that is forgotten
 * @param entries its journal, newest first
 * @param mine what the reader of the page is asked
 * @param files its files, with what was read in them
 * @param documents in all their versions
 */
record CasePage(CaseView file, BoardRow row, Faces faces, Optional<Reading> opening, List<ThreadEvent> thread,
		List<Entry> entries, Optional<Ask> mine, CaseFiles files, List<Versions> documents) {

	private static final int MOST_CHOICES = 100;

	private static final int MOST_SHOWN = 300;

	private static final int MOST_SENDINGS = 10;

	/** A message that has brought a file, with what is shown of it where it is shown. */
	record Sending(MessageId message, Optional<ThreadEvent.Letter> letter) {
	}

	/** Somebody of the case and how far he is with it. */
	record Member(Face face, Role role, Optional<Verdict> answer, boolean asked) {
	}

	/**
	 * The last entry of its journal that is on the page; nothing where the page has not
	 * room for all.
	 */
	public @Nullable Long seen() {
		if (this.entries.size() >= Journal.PAGE) {
			return null;
		}
		return this.entries.isEmpty() ? 0 : this.entries.getFirst().sequence();
	}

	/**
	 * The sentence that says what is to be decided or done, as somebody has written it.
	 */
	public String ask() {
		return this.file.tasks()
			.stream()
			.map((task) -> task.description())
			.findFirst()
			.or(() -> this.opening.flatMap((reading) -> reading.request().ask()))
			.orElse(this.file.title());
	}

	/** Whether it was ordered on a page, so that no mail has opened it. */
	public boolean isOrdered() {
		return PageOrder.isNamed(this.file.openedBy());
	}

	public Face face(EmailAddress address) {
		return this.faces.of(address);
	}

	public Optional<Face> holder() {
		return this.file.holder().map(this.faces::of);
	}

	/** Who has it once whoever reads it now has done so. */
	public Optional<Face> afterCheck() {
		return this.file.afterCheck().map(this.faces::of);
	}

	public Optional<Face> requester() {
		return this.file.requester().map((one) -> this.faces.of(one.address()));
	}

	/** Where the words stand that made it a case. */
	public Optional<Marked> why() {
		return this.opening.map((reading) -> Marked.of(reading.own().text().strip(), CaseThread.asked(reading)));
	}

	public String reason() {
		return this.file.messages()
			.stream()
			.filter((joined) -> joined.message().equals(this.file.openedBy()))
			.map(CaseView.JoinedMessage::reason)
			.findFirst()
			.orElse("");
	}

	public List<Member> members() {
		var named = this.file.participants().stream().map(Participant::address).toList();
		var passedOn = this.file.asks()
			.stream()
			.map(Ask::approver)
			.distinct()
			.filter((approver) -> !named.contains(approver))
			.map((approver) -> member(approver, Role.APPROVER));
		return Stream
			.concat(this.file.participants().stream().map((one) -> member(one.address(), one.role())), passedOn)
			.toList();
	}

	/**
	 * What counts first, then what waits for confirmation; what was replaced comes last.
	 */
	public List<Verdict> verdicts() {
		return this.file.verdicts()
			.stream()
			.sorted(Comparator.comparing(Verdict::state).thenComparing(Verdict::recordedAt, Comparator.reverseOrder()))
			.toList();
	}

	/**
	 * The documents that a file of this one could be joined to; none where nobody could
	 * choose.
	 */
	public List<Versions> others(Versions group) {
		return (this.file.files().size() > MOST_CHOICES) ? List.of()
				: this.documents.stream().filter((one) -> !one.equals(group)).toList();
	}

	/**
	 * The files that whoever decides now is asked about; the newest where he is asked
	 * nothing.
	 */
	public List<CaseDocument> toRead() {
		var asked = this.mine.map(Ask::documents).orElse(List.of());
		var files = this.file.documents().stream().filter((one) -> asked.contains(one.sha256())).toList();
		return files.isEmpty() ? Versions.of(this.file.documents()).stream().map(Versions::newest).toList() : files;
	}

	/** The list of a case with very many files ends somewhere. */
	public List<Versions> shownDocuments() {
		return this.documents.subList(0, Math.min(MOST_SHOWN, this.documents.size()));
	}

	/** The messages that have brought a file, or point to it, the first first. */
	public List<Sending> sendings(CaseDocument file) {
		return file.sentIn()
			.stream()
			.limit(MOST_SENDINGS)
			.map((message) -> new Sending(message, letter(message)))
			.toList();
	}

	/** How many messages more have brought it. */
	public int moreSendings(CaseDocument file) {
		return Math.max(0, file.sentIn().size() - MOST_SENDINGS);
	}

	private Optional<ThreadEvent.Letter> letter(MessageId message) {
		return this.thread.stream()
			.flatMap((event) -> (event instanceof ThreadEvent.Letter letter) ? Stream.of(letter) : Stream.empty())
			.filter((letter) -> letter.id().equals(message))
			.findFirst();
	}

	/** The words a message has, where it is shown. */
	public Optional<Marked> words(MessageId message) {
		return letter(message).map(ThreadEvent.Letter::text);
	}

	/** The answers that are about exactly this file and have not been replaced. */
	public List<Verdict> about(CaseDocument file) {
		return verdicts().stream()
			.filter((verdict) -> verdict.state() != Verdict.State.SUPERSEDED
					&& verdict.decision().documents().contains(file.sha256()))
			.toList();
	}

	/** Newer versions of what an answer is about. */
	public List<CaseDocument> newer(Verdict verdict) {
		return this.file.newerThan(verdict.decision().documents());
	}

	/** Newer versions of what was asked about. */
	public List<CaseDocument> newer(Ask ask) {
		return this.file.newerThan(ask.documents());
	}

	/** The revision of the request that an answer is about. */
	public int revision(Verdict verdict) {
		return this.file.asks()
			.stream()
			.filter((ask) -> ask.id().equals(verdict.decision().ask()))
			.mapToInt(Ask::revision)
			.findFirst()
			.orElse(0);
	}

	/** The versions of the files an answer is about. */
	public List<CaseDocument> answeredAbout(Verdict verdict) {
		return this.file.documents()
			.stream()
			.filter((file) -> verdict.decision().documents().contains(file.sha256()))
			.toList();
	}

	/** Which stages the case has been through, as far as anything shows it. */
	public Map<Stage, String> route() {
		return Stream.of(Stage.values())
			.collect(Collectors.toMap((stage) -> stage,
					(stage) -> (stage == this.row.stage()) ? "now" : (hasPassed(stage) ? "past" : ""), (one, _) -> one,
					TreeMap::new));
	}

	/** Whether this mail could go to another case. */
	public boolean isFree(MessageId message) {
		return Tie.of(this.file, message).isEmpty();
	}

	/** Whether nothing that counts has been decided. */
	public boolean isUndecided() {
		return this.file.state() != CaseState.CLOSED && this.file.verdicts().stream().noneMatch(Verdict::counts);
	}

	/** Who did it, by name where it was a person. */
	public String actor(Entry entry) {
		return entry.actor().equals("system") ? "Countersign" : this.faces.nameOf(entry.actor());
	}

	public String nameOf(PersonId person) {
		return this.faces.nameOf(person.value());
	}

	private boolean hasPassed(Stage stage) {
		return switch (stage) {
			case DETECTED -> true;
			case PREPARED -> !this.file.tasks().isEmpty() || this.file.revision() > 1;
			case CHECKED -> this.entries.stream().anyMatch(CaseThread::isCheck);
			case DECIDE -> this.row.stage() == Stage.FILED && !this.file.asks().isEmpty();
			case FILED -> false;
		};
	}

	private Member member(EmailAddress address, Role role) {
		var answer = this.file.verdicts()
			.stream()
			.filter((verdict) -> verdict.state() != Verdict.State.SUPERSEDED
					&& verdict.decision().decidedFor().equals(address))
			.reduce((_, later) -> later);
		var asked = this.file.asks().stream().anyMatch((ask) -> ask.isOpen() && ask.approver().equals(address));
		return new Member(this.faces.of(address), role, answer, asked);
	}

}
