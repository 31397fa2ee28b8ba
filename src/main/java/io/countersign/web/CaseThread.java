package io.countersign.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.CaseView;
import io.countersign.cases.Verdict;
import io.countersign.cases.Waiting;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Part;
import io.countersign.journal.Entry;
import io.countersign.reading.Clue;
import io.countersign.reading.Reading;
import io.countersign.writeback.Writeback;

/** Puts what happened in a case into one thread, newest first. */
final class CaseThread {

	private final CaseView view;

	private final Faces faces;

	private final List<Entry> entries;

	private final List<Waiting> waiting;

	CaseThread(CaseView view, Faces faces, List<Entry> entries, List<Waiting> waiting) {
		this.waiting = waiting;
		this.view = view;
		this.faces = faces;
		this.entries = entries;
	}

	List<ThreadEvent> events(Map<Message, Reading> letters, Collection<Writeback> writebacks) {
		var events = new ArrayList<ThreadEvent>();
		letters.forEach((message, reading) -> events.add(letter(message, reading)));
		this.view.verdicts()
			.stream()
			.filter((verdict) -> verdict.decision().message().filter(this::isHere).isEmpty())
			.map((verdict) -> new ThreadEvent.Answer(verdict.decision().decidedAt(), verdict))
			.forEach(events::add);
		this.entries.reversed().stream().flatMap((entry) -> line(entry).stream()).forEach(events::add);
		writebacks.stream().flatMap((answer) -> line(answer).stream()).forEach(events::add);
		events.sort(Comparator.comparing(ThreadEvent::at).reversed());
		return List.copyOf(events);
	}

	private ThreadEvent.Letter letter(Message message, Reading reading) {
		var verdict = verdict(message.id());
		var words = verdict.map(CaseThread::words)
			.orElseGet(() -> message.id().equals(this.view.openedBy()) ? asked(reading) : List.of());
		var own = reading.own().text();
		return new ThreadEvent.Letter(message.receivedAt(), message.id(),
				message.from().map((from) -> this.faces.of(from)), message.to().stream().map(this.faces::of).toList(),
				message.cc().stream().map(this.faces::of).toList(), Marked.of(own.strip(), words), reason(message.id()),
				notes(message.id()), outside(message.id()),
				message.parts().stream().filter((part) -> part.role() != Part.Role.INLINE).toList(), verdict,
				message.chat().isPresent());
	}

	/** The words that made it a request. */
	static List<Marked.Words> asked(Reading reading) {
		var request = reading.request();
		return Stream
			.concat(Stream.concat(request.ask().stream(), request.clues().stream().map(Clue::quote)),
					request.deadline().stream().map((deadline) -> deadline.clue().quote()))
			.map((quote) -> new Marked.Words(quote, Marked.Kind.FOUND))
			.toList();
	}

	private static List<Marked.Words> words(Verdict verdict) {
		var decision = verdict.decision();
		return Stream
			.concat(decision.evidence().stream().map((quote) -> new Marked.Words(quote.quote(), Marked.Kind.READ)),
					decision.conditions().stream().map((one) -> new Marked.Words(one, Marked.Kind.FOUND)))
			.toList();
	}

	/** The answer to a digest stays outside the cases it answers. */
	private boolean isHere(MessageId message) {
		return this.view.messages().stream().anyMatch((joined) -> joined.message().equals(message));
	}

	private Optional<Verdict> verdict(MessageId message) {
		return this.view.verdicts()
			.stream()
			.filter((verdict) -> verdict.decision().message().equals(Optional.of(message)))
			.findFirst();
	}

	private String reason(MessageId message) {
		return this.view.messages()
			.stream()
			.filter((joined) -> joined.message().equals(message))
			.map(CaseView.JoinedMessage::reason)
			.findFirst()
			.orElse("");
	}

	private List<Face> outside(MessageId message) {
		return this.waiting.stream()
			.filter((one) -> one.message().equals(message))
			.map((one) -> this.faces.of(one.person().address()))
			.toList();
	}

	private List<String> notes(MessageId message) {
		return this.entries.stream()
			.filter((entry) -> entry.type().equals("note.added") && message.value().equals(entry.data().get("message")))
			.map((entry) -> text(entry, "note"))
			.toList();
	}

	private Optional<ThreadEvent.Line> line(Entry entry) {
		return switch (entry.type()) {
			case "case.opened" -> line(entry, "i-board", "event.opened");
			case "request.sent" -> line(entry, "i-send", "event.asked", face(entry, "approver"));
			case "document.version_added" -> text(entry, "version").equals("1") ? Optional.empty()
					: line(entry, "i-doc", "event.version", text(entry, "name"), text(entry, "version"));
			case "document.linked" -> entry.actor().equals("system")
					? line(entry, "i-doc", "event.linked", text(entry, "name"), text(entry, "version"))
					: line(entry, "i-link", "event.linked.by", actor(entry), text(entry, "name"));
			case "task.ordered" -> line(entry, "i-desk", "event.ordered", face(entry, "assignee"), text(entry, "what"));
			case "holder.changed" ->
				entry.actor().equals("system") ? line(entry, "i-right", "event.holder", face(entry, "holder"))
						: line(entry, "i-delegate", isCheck(entry) ? "event.checking" : "event.moved", actor(entry),
								face(entry, "holder"), text(entry, "reason"));
			case "case.closed" -> line(entry, "i-x", "event.closed", actor(entry));
			case "case.merged" -> line(entry, "i-link", "event.merged", actor(entry));
			case "case.split" -> line(entry, "i-link", "event.split", actor(entry));
			case "message.withdrawn" -> line(entry, "i-mail", "event.withdrawn", actor(entry));
			case "case.updated" -> line(entry, "i-undo", "event.undone", actor(entry));
			case "verdict.contested" -> line(entry, "i-bad", "event.contested", actor(entry));
			case "release.wanted" -> line(entry, "i-users", "event.release", actor(entry));
			case "participants.admitted" -> entry.actor().equals("system") ? Optional.empty()
					: line(entry, "i-users", "event.admitted", actor(entry));
			case "participant.changed" -> entry.actor().equals("system") ? Optional.empty()
					: line(entry, "i-users", "event.added", actor(entry), face(entry, "address"));
			case "condition.met", "condition.reopened" ->
				line(entry, "i-checknote", "event." + entry.type(), actor(entry), text(entry, "condition"));
			case "task.changed" ->
				line(entry, "i-desk", "event.task." + text(entry, "state"), actor(entry), text(entry, "what"));
			case "holder.reminded" -> line(entry, "i-bell", "event.reminded", actor(entry), face(entry, "holder"));
			case "answer.too_late" -> line(entry, "i-clock", "event.too_late", face(entry, "author"));
			case "mail.refused" -> line(entry, "i-bad", "event.refused");
			case "verdict.source_changed" -> line(entry, "i-bad", "event.source_changed." + text(entry, "change"));
			case "verdict.superseded" -> line(entry, "i-refresh", "event.superseded");
			default -> Optional.empty();
		};
	}

	/** Whether it went to somebody who reads it before it is decided. */
	static boolean isCheck(Entry entry) {
		return entry.type().equals("holder.changed") && Boolean.TRUE.equals(entry.data().get("checking"));
	}

	private Optional<ThreadEvent.Line> line(Writeback answer) {
		return answer.sentAt()
			.map((at) -> new ThreadEvent.Line(at, "i-send", "event." + told(answer),
					List.of(answer.recipients().stream().map(this::named).collect(Collectors.joining(", ")))));
	}

	/** By the name the directory has for the address; a name of a mail may pretend. */
	private String named(EmailAddress address) {
		var face = this.faces.of(address);
		return face.known() ? face.name() : address.value();
	}

	/** What a page has ordered is not confirmed to a thread, but begins one. */
	private static String told(Writeback answer) {
		return (answer.kind() == Writeback.Kind.TASK && answer.answers().isEmpty()) ? "task.told"
				: answer.kind().name().toLowerCase(Locale.ROOT);
	}

	private static Optional<ThreadEvent.Line> line(Entry entry, String icon, String key, Object... values) {
		return Optional.of(new ThreadEvent.Line(entry.at(), icon, key, List.of(values)));
	}

	private String actor(Entry entry) {
		return this.faces.nameOf(entry.actor());
	}

	private String face(Entry entry, String field) {
		return EmailAddress.parse(text(entry, field)).map((address) -> this.faces.of(address).name()).orElse("");
	}

	private static String text(Entry entry, String field) {
		var value = entry.data().get(field);
		return (value != null) ? value.toString() : "";
	}

}
