package io.countersign.writeback;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseView;
import io.countersign.cases.Decision;
import io.countersign.cases.PageOrder;
import io.countersign.cases.QuestionSeal;
import io.countersign.cases.Quote;
import io.countersign.cases.SourceChange;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** What an answer of each kind says, in the words of its thread's language. */
@Component
class Sheets {

	private final Messages messages;

	private final People people;

	private final WritebackProperties properties;

	private final QuestionSeal seal;

	private final Clock clock;

	Sheets(Messages messages, People people, WritebackProperties properties, QuestionSeal seal, Clock clock) {
		this.messages = messages;
		this.people = people;
		this.properties = properties;
		this.seal = seal;
		this.clock = clock;
	}

	Sheet of(Writeback writeback, CaseView view, ResourceBundle words, Locale locale) {
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
			case DIGEST, DIGEST_ANSWER, MOVED, NUDGE, MANDATE ->
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
		view.confirmable(held)
			.filter((ask) -> ask.revision() < view.revision())
			.ifPresent((ask) -> notes
				.add(MessageFormat.format(words.getString("question.older"), ask.revision(), view.revision())));
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
		asked(approval.decision(), view)
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

	/** Whatever the versions look like by now, the question is about what was asked. */
	private static List<CaseDocument> asked(Decision approval, CaseView view) {
		return view.openAsk(approval.decidedFor())
			.map((ask) -> view.documents()
				.stream()
				.filter((file) -> ask.documents().contains(file.sha256())
						&& !approval.documents().contains(file.sha256()))
				.toList())
			.orElseGet(() -> view.newerThan(approval.documents()));
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

	/** The receipt of this decision before it is given. */
	Sheet preview(CaseView view, Decision decision, ResourceBundle words, Locale locale) {
		return receipt(new Verdict("preview", Verdict.State.ACTIVE, decision, decision.decidedAt(), Optional.empty()),
				"", view, words, locale);
	}

	private String when(Instant at, Locale locale) {
		var pattern = locale.getLanguage().equals("da") ? "EEEE d. MMMM yyyy 'kl.' HH.mm"
				: "EEEE d MMMM yyyy 'at' HH:mm";
		return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(this.properties.zone()));
	}

	private static String proof(Decision decision) {
		return switch (decision.method()) {
			case MAIL_REPLY -> "mail";
			case CHAT -> "chat";
			case PAGE -> "page";
			case API -> "api";
		};
	}

	private static String name(CaseView view, EmailAddress address) {
		return view.participant(address).map((one) -> one.name()).orElseGet(address::value);
	}

}
