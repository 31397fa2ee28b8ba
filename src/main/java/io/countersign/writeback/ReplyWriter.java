package io.countersign.writeback;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.PageOrder;
import io.countersign.cases.QuestionSeal;
import io.countersign.cases.Quote;
import io.countersign.cases.SourceChange;
import io.countersign.cases.Verdict;
import io.countersign.connector.Reply;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Words an answer in the language of its thread. What others wrote goes in as plain text
 * only (RL-11).
 */
@Component
class ReplyWriter {

	private static final int LONGEST_QUOTE = 1_000;

	private static final int MOST_REFERENCES = 20;

	private static final Locale DANISH = Locale.of("da");

	private final Cases cases;

	private final Messages messages;

	private final People people;

	private final ITemplateEngine templates;

	private final WritebackProperties properties;

	private final QuestionSeal seal;

	private final AlertWriter alerts;

	private final WritebackRepository writebacks;

	private final Clock clock;

	ReplyWriter(Cases cases, Messages messages, People people, ITemplateEngine templates,
			WritebackProperties properties, QuestionSeal seal, AlertWriter alerts, WritebackRepository writebacks,
			Clock clock) {
		this.people = people;
		this.seal = seal;
		this.alerts = alerts;
		this.writebacks = writebacks;
		this.clock = clock;
		this.cases = cases;
		this.messages = messages;
		this.templates = templates;
		this.properties = properties;
	}

	Reply write(Writeback writeback) {
		if (writeback.kind().isWritten()) {
			return written(writeback);
		}
		return writeback.caseId()
			.map((id) -> write(writeback, this.cases.get(id)))
			.orElseGet(() -> this.alerts.write(writeback));
	}

	private Reply write(Writeback writeback, CaseView view) {
		var answered = writeback.answers().map(this.messages::get);
		var locale = locale(view);
		var words = words(locale);
		var sheet = sheet(writeback, view, words, locale);
		var id = answered.flatMap(Message::internetMessageId).filter(ReplyWriter::isWritable);
		return new Reply(writeback.id(), writeback.internetMessageId(), writeback.recipients(),
				answered.map((mail) -> subject(mail, words)).orElseGet(() -> subject(view, words)), id,
				answered.map((mail) -> references(mail, id)).orElseGet(List::of), text(sheet, view, words, answered),
				html(writeback.kind(), sheet, view, words, answered, locale));
	}

	/** What the receipt of this decision would say. */
	Sheet preview(CaseView view, Decision decision) {
		var locale = locale(view);
		return receipt(new Verdict("preview", Verdict.State.ACTIVE, decision, decision.decidedAt(), Optional.empty()),
				"", view, words(locale), locale);
	}

	private static Locale locale(CaseView view) {
		return view.language().equals("da") || view.language().equals("nb") || view.language().equals("sv") ? DANISH
				: Locale.ENGLISH;
	}

	private static ResourceBundle words(Locale locale) {
		return ResourceBundle.getBundle("writeback.wording", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** It begins a thread of its own, or goes on in that of the mail it answers. */
	private Reply written(Writeback writeback) {
		var letter = this.writebacks.letter(writeback.id());
		var answered = writeback.answers().map(this.messages::get);
		var id = answered.flatMap(Message::internetMessageId).filter(ReplyWriter::isWritable);
		return new Reply(writeback.id(), writeback.internetMessageId(), writeback.recipients(), letter.subject(), id,
				answered.map((mail) -> references(mail, id)).orElseGet(List::of), letter.text(), letter.html());
	}

	/** Where the thread began, and the last it went through; the mail answered last. */
	private static List<String> references(Message answered, Optional<String> id) {
		var references = new ArrayList<>(
				answered.threading().references().stream().filter(ReplyWriter::isWritable).toList());
		id.ifPresent((last) -> {
			references.remove(last);
			references.add(last);
		});
		if (references.size() > MOST_REFERENCES) {
			references.subList(1, references.size() - MOST_REFERENCES + 1).clear();
		}
		return references;
	}

	/** What strangers call an id may hold characters no header may hold. */
	private static boolean isWritable(String id) {
		return id.chars().allMatch((c) -> c > ' ' && c < 127 && c != '<' && c != '>');
	}

	private Sheet sheet(Writeback writeback, CaseView view, ResourceBundle words, Locale locale) {
		var verdict = writeback.verdict()
			.flatMap((id) -> view.verdicts().stream().filter((kept) -> kept.id().equals(id)).findFirst());
		return switch (writeback.kind()) {
			case RECEIPT -> verdict.map((given) -> receipt(given, writeback.internetMessageId(), view, words, locale))
				.orElseGet(() -> task(view, words, locale));
			case AGAIN -> version(verdict.orElseThrow(), writeback.internetMessageId(), view, words, locale);
			case TASK -> task(view, words, locale);
			case QUESTION -> question(verdict.orElseThrow(), writeback, view, words, locale);
			case ALERT, INFECTED -> new Sheet(words.getString("alert"), when(this.clock.instant(), locale),
					List.of(words.getString("alert.help")), facts(view, words, locale));
			case DIGEST, DIGEST_ANSWER, MOVED, NUDGE ->
				throw new IllegalArgumentException("It was worded when it was intended");
			case SOURCE -> source(verdict.orElseThrow(), view, words, locale);
			case LATE -> new Sheet(words.getString("late"), when(this.clock.instant(), locale),
					List.of(words.getString("late.help")), facts(view, words, locale));
		};
	}

	private static SourceChange.Kind changed(Verdict verdict) {
		return verdict.sourceChange().map(SourceChange::kind).orElse(SourceChange.Kind.EDITED);
	}

	/** What it said first is what counts; what it says now stands on the case. */
	private Sheet source(Verdict verdict, CaseView view, ResourceBundle words, Locale locale) {
		var kind = changed(verdict).word();
		var facts = facts(view, words, locale);
		facts.put(words.getString("read"), words.getString("outcome." + verdict.decision().outcome()));
		return new Sheet(
				MessageFormat.format(words.getString("source." + kind), name(view, verdict.decision().decidedFor())),
				when(this.clock.instant(), locale), List.of(words.getString("source.help")), facts);
	}

	/** Only what was read is said; what the doubtful mail looks like is not repeated. */
	private Sheet question(Verdict held, Writeback writeback, CaseView view, ResourceBundle words, Locale locale) {
		var outcome = words.getString("outcome." + held.decision().outcome());
		var facts = facts(view, words, locale);
		facts.put(words.getString("read"), outcome);
		var other = answeredFor(held.decision());
		var notes = new ArrayList<>(
				List.of(other.map((name) -> MessageFormat.format(words.getString("question.other.help"), name, outcome))
					.orElseGet(() -> MessageFormat.format(words.getString("question.help"), outcome))));
		this.seal.endOf(writeback.internetMessageId())
			.ifPresent((end) -> notes.add(MessageFormat.format(words.getString("question.end"), when(end, locale))));
		var heading = other.map((name) -> MessageFormat.format(words.getString("question.other"), name))
			.orElseGet(() -> words.getString("question"));
		return new Sheet(heading, when(held.decision().decidedAt(), locale), notes, facts);
	}

	/** Whoever has sent it for somebody else, as the directory names him. */
	private Optional<String> answeredFor(Decision decision) {
		return Optional.of(decision.actedBy())
			.filter((actor) -> !actor.equals(decision.decidedFor()))
			.flatMap(this.people::find)
			.filter(Person::inDirectory)
			.map(Person::displayName);
	}

	/** What is newer than what was approved, and whether the answer covers it too. */
	private Sheet version(Verdict approval, String name, CaseView view, ResourceBundle words, Locale locale) {
		var facts = facts(view, words, locale);
		facts.put(words.getString("read"), words.getString("outcome." + approval.decision().outcome()));
		return new Sheet(MessageFormat.format(words.getString("version"), name(view, approval.decision().decidedFor())),
				when(this.clock.instant(), locale), again(approval, name, view, words, locale), facts);
	}

	/** Each with whoever has sent it, because the answer is about exactly these. */
	private List<String> again(Verdict approval, String name, CaseView view, ResourceBundle words, Locale locale) {
		var notes = new ArrayList<String>();
		view.newerThan(approval.decision().documents())
			.forEach((newer) -> notes.add(MessageFormat.format(words.getString("newer.from"), newer.name(),
					this.messages.find(newer.message())
						.flatMap(Message::from)
						.map((from) -> name(view, from.address()))
						.orElse("?"))));
		notes.add(words.getString("version.help"));
		this.seal.endOf(name)
			.ifPresent((end) -> notes.add(MessageFormat.format(words.getString("question.end"), when(end, locale))));
		return notes;
	}

	private Sheet receipt(Verdict verdict, String name, CaseView view, ResourceBundle words, Locale locale) {
		var decision = verdict.decision();
		var notes = new ArrayList<String>();
		decision.conditions().forEach((condition) -> notes.add(words.getString("condition") + ": " + condition));
		if (decision.method() == Decision.Method.PAGE && decision.conditions().isEmpty()
				&& !decision.comment().isBlank()) {
			notes.add(decision.comment());
		}
		var revision = view.asks()
			.stream()
			.filter((ask) -> ask.id().equals(decision.ask()))
			.mapToInt((ask) -> ask.revision())
			.findFirst()
			.orElse(view.revision());
		if (this.seal.hasForm(name)) {
			notes.addAll(again(verdict, name, view, words, locale));
		}
		else if (revision < view.revision()) {
			notes.add(MessageFormat.format(words.getString("older"), revision, view.revision()));
		}
		else {
			view.newerThan(decision.documents())
				.forEach((newer) -> notes.add(MessageFormat.format(words.getString("newer"), newer.name())));
		}
		var facts = facts(view, words, locale);
		decision.evidence()
			.map(Quote::quote)
			.ifPresent((quote) -> facts.put(words.getString("read"),
					"\"%s\" = %s".formatted(quote, words.getString("outcome." + decision.outcome()))));
		facts.put(words.getString("proof"),
				MessageFormat.format(words.getString("proof." + proof(decision)), decision.level()));
		return new Sheet(
				"%s: %s".formatted(name(view, decision.decidedFor()), words.getString("outcome." + decision.outcome())),
				when(decision.decidedAt(), locale), notes, facts);
	}

	/**
	 * A page's order is told of in its own words: whom it comes from, and how it ends.
	 */
	private Sheet task(CaseView view, ResourceBundle words, Locale locale) {
		var orderer = view.requester().filter((_) -> PageOrder.isNamed(view.openedBy()));
		var notes = view.tasks()
			.stream()
			.map((task) -> task.description() + task.due()
				.map((due) -> ", " + MessageFormat.format(words.getString("due"), when(due.at(), locale)))
				.orElse(""))
			.toList();
		var who = view.tasks().stream().map((task) -> name(view, task.assignee())).distinct().toList();
		var heading = orderer
			.map((one) -> MessageFormat.format(words.getString("order"), name(view, one.address()),
					String.join(", ", who)))
			.orElseGet(() -> MessageFormat.format(words.getString("task"), String.join(", ", who)));
		return new Sheet(heading, when(view.openedAt(), locale), notes, facts(view, words, locale));
	}

	private Map<String, String> facts(CaseView view, ResourceBundle words, Locale locale) {
		var facts = new LinkedHashMap<String, String>();
		facts.put(words.getString("case"), "%s (%s)".formatted(view.title(), view.number()));
		view.holder()
			.ifPresent((holder) -> facts.put(words.getString("holder"),
					name(view, holder) + view.deadline()
						.map((due) -> ", " + MessageFormat.format(words.getString("due"), when(due.at(), locale)))
						.orElse("")));
		return facts;
	}

	private String text(Sheet sheet, CaseView view, ResourceBundle words, Optional<Message> answered) {
		var text = new StringBuilder(sheet.heading()).append('\n').append(sheet.when()).append("\n\n");
		sheet.notes().forEach((note) -> text.append(note).append("\n"));
		sheet.facts().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		text.append('\n').append(words.getString("wrong")).append(":\n").append(link(view)).append("\n\n--\n");
		text.append(footer(answered, words)).append("\n\n");
		answered.ifPresent((mail) -> {
			text.append(wrote(mail, words)).append('\n');
			quote(mail).lines().forEach((line) -> text.append("> ").append(line).append('\n'));
		});
		return text.toString();
	}

	private static String footer(Optional<Message> answered, ResourceBundle words) {
		return words.getString(answered.isPresent() ? "footer" : "order.footer");
	}

	private String html(Writeback.Kind kind, Sheet sheet, CaseView view, ResourceBundle words,
			Optional<Message> answered, Locale locale) {
		var word = new HashMap<String, String>();
		words.keySet().forEach((key) -> word.put(key, words.getString(key)));
		word.put("footer", footer(answered, words));
		word.put("receipt", words.getString("kicker." + kind));
		var context = new Context(locale);
		context.setVariable("language", locale.getLanguage());
		context.setVariable("word", word);
		context.setVariable("heading", sheet.heading());
		context.setVariable("when", sheet.when());
		context.setVariable("notes", sheet.notes());
		context.setVariable("facts", sheet.facts());
		context.setVariable("link", link(view));
		context.setVariable("wrote", answered.map((mail) -> wrote(mail, words)).orElse(""));
		context.setVariable("quote", answered.map(ReplyWriter::quote).orElse(""));
		return this.templates.process("mail/receipt", context);
	}

	private String link(CaseView view) {
		return this.properties.baseUrl().resolve("/cases/" + view.id()).toString();
	}

	private String when(Instant at, Locale locale) {
		var pattern = locale.equals(DANISH) ? "EEEE d. MMMM yyyy 'kl.' HH.mm" : "EEEE d MMMM yyyy 'at' HH:mm";
		return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(this.properties.zone()));
	}

	private static String wrote(Message answered, ResourceBundle words) {
		var author = answered.from()
			.map((from) -> from.displayName().isBlank() ? from.address().value() : from.displayName())
			.orElse("");
		return MessageFormat.format(words.getString("wrote"), author);
	}

	private static String quote(Message answered) {
		var text = answered.content().text().orElse("").strip();
		return text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
	}

	private static String proof(Decision decision) {
		return switch (decision.method()) {
			case MAIL_REPLY -> "mail";
			case CHAT -> "chat";
			case PAGE -> "page";
			case API -> "api";
		};
	}

	private static String subject(Message answered, ResourceBundle words) {
		var subject = answered.subject();
		return subject.regionMatches(true, 0, "sv:", 0, 3) || subject.regionMatches(true, 0, "re:", 0, 3) ? subject
				: words.getString("reply") + " " + subject;
	}

	/** The number leads an answer back, whatever a mail program does to its header. */
	private static String subject(CaseView view, ResourceBundle words) {
		return "%s: %s [%s]".formatted(words.getString("order.subject"), view.title(), view.number());
	}

	private static String name(CaseView view, EmailAddress address) {
		return view.participant(address).map((one) -> one.name()).orElseGet(address::value);
	}

	/** What an answer says, whatever form it takes. */
	record Sheet(String heading, String when, List<String> notes, Map<String, String> facts) {
	}

}
