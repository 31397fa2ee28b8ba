package io.countersign.cases;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.countersign.documents.Blocked;
import io.countersign.documents.CloudCopy;
import io.countersign.documents.CloudLink;
import io.countersign.documents.Documents;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.Absence;
import io.countersign.identity.Absences;
import io.countersign.identity.ApiCaller;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

	private static final int PAGE = 100;

	private static final int MOST_LETTERS = 200;

	/** A program vouches for what it tells as a mail server does, and signs nobody in. */
	private static final String TOLD = "A2";

	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

	private final Cases cases;

	private final Messages messages;

	private final People people;

	private final Absences absences;

	private final Documents documents;

	private final ApiCaller caller;

	private final AnswerPolicy policy;

	private final Clock clock;

	CaseController(Cases cases, Messages messages, People people, Absences absences, Documents documents,
			ApiCaller caller, AnswerPolicy policy, Clock clock) {
		this.caller = caller;
		this.policy = policy;
		this.cases = cases;
		this.documents = documents;
		this.messages = messages;
		this.people = people;
		this.absences = absences;
		this.clock = clock;
	}

	/** Cases, newest number first. */
	@GetMapping
	CaseList list(@RequestParam @Nullable String state, @RequestParam @Nullable String holder,
			@RequestParam @Nullable String q, @RequestParam @Nullable String cursor) {
		var rows = this.cases.list(state(state), address("holder", holder), q, number(cursor), PAGE + 1);
		var page = rows.subList(0, Math.min(PAGE, rows.size()));
		var known = this.people.findAll(page.stream()
			.flatMap((row) -> Stream.concat(row.holder().stream(), row.requester().stream()))
			.toList());
		return new CaseList(page.stream().map((row) -> CaseRow.of(row, known)).toList(),
				(rows.size() > PAGE) ? cursor(page.getLast().number()) : null);
	}

	/** The full snapshot of a case. */
	@GetMapping("/{id}")
	CaseSnapshot snapshot(@PathVariable String id) {
		return snapshot(this.cases.get(new CaseId(id)));
	}

	/**
	 * A verdict given elsewhere, of which a program tells. Sent again with the same
	 * Idempotency-Key it answers the verdict of the first time.
	 */
	@PostMapping("/{id}/asks/{ask}/verdict")
	CaseSnapshot.VerdictView decide(@PathVariable String id, @PathVariable String ask,
			@RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewVerdict verdict) {
		var caseId = new CaseId(id);
		var view = this.cases.get(caseId);
		var asked = view.asks()
			.stream()
			.filter((one) -> one.id().value().equals(ask))
			.findFirst()
			.orElseThrow(() -> new InvalidField("ask", "The case has no such ask."));
		var actedBy = (verdict.actedBy() != null) ? verdict.actedBy() : asked.approver();
		if (!actedBy.equals(asked.approver())) {
			throw new InvalidField("actedBy", "Only the person who was asked may decide this ask.");
		}
		var conditions = Optional.ofNullable(verdict.conditions()).orElse(List.of());
		if (verdict.outcome() == Outcome.APPROVED_WITH_CONDITIONS && conditions.isEmpty()) {
			throw new InvalidField("conditions", "An approval with conditions names at least one.");
		}
		var now = this.clock.instant();
		var told = this.caller.tellsOf(asked.approver());
		if (!isKnown(view, asked, caseId + "/" + key)) {
			this.policy.objection(view, asked, now).ifPresent((objection) -> {
				throw new Conflict(objection);
			});
		}
		var decision = new Decision(asked.id(), verdict.outcome(), asked.approver(), actedBy, Decision.Method.API,
				conditions, Optional.empty(), TOLD,
				List.of(new GateResult("API permission", "pass",
						told.map("The program %s says so, and may."::formatted)
							.orElse("The person who was asked says so by a program."))),
				Optional.empty(), asked.documents(), Optional.empty(),
				Optional.ofNullable(verdict.comment()).orElse(""), at(verdict, asked, now), told);
		var recorded = this.cases.decide(caseId, decision, caseId + "/" + key);
		return CaseSnapshot.VerdictView.of(recorded, newer(this.cases.get(caseId), recorded),
				this.people.findAll(List.of(asked.approver())));
	}

	private static boolean isKnown(CaseView view, Ask asked, String key) {
		var id = Verdict.id(view.id(), asked.id(), key);
		return view.verdicts().stream().anyMatch((verdict) -> verdict.id().equals(id));
	}

	/** Nobody decides in the future, or what he has not been asked yet. */
	private static Instant at(NewVerdict verdict, Ask asked, Instant now) {
		var at = Optional.ofNullable(verdict.decidedAt()).orElse(now);
		if (at.isAfter(now.plus(CLOCK_DIFFERENCE))) {
			throw new InvalidField("decidedAt", "It lies in the future.");
		}
		if (at.isBefore(asked.askedAt())) {
			throw new InvalidField("decidedAt", "The request was made only after it.");
		}
		return at;
	}

	private CaseSnapshot snapshot(CaseView view) {
		var addresses = new HashSet<EmailAddress>();
		view.participants().forEach((one) -> addresses.add(one.address()));
		view.holder().ifPresent(addresses::add);
		view.asks().forEach((ask) -> addresses.add(ask.approver()));
		view.tasks().forEach((task) -> addresses.add(task.assignee()));
		view.verdicts().forEach((verdict) -> addresses.add(verdict.decision().actedBy()));
		var away = this.absences.findAll(addresses).values();
		away.forEach((absence) -> absence.standIn().ifPresent(addresses::add));
		var known = this.people.findAll(addresses);
		return new CaseSnapshot(view.id().value(), view.number().value(), view.title(), view.type(),
				view.state().name().toLowerCase(Locale.ROOT),
				view.holder().map((holder) -> CaseSnapshot.PersonView.of(holder, known)).orElse(null),
				view.holderSince(), view.deadline().map(CaseSnapshot.DeadlineView::of).orElse(null),
				view.outcome().map(Outcome::name).orElse(null), view.openedAt(), view.changedAt(), view.version(),
				participants(view, known), asks(view, known),
				view.verdicts()
					.stream()
					.map((verdict) -> CaseSnapshot.VerdictView.of(verdict, newer(view, verdict), known))
					.toList(),
				tasks(view, known), documents(view), links(view), messages(view),
				away.stream()
					.sorted(Comparator.comparing(Absence::person))
					.map((absence) -> CaseSnapshot.AbsenceView.of(absence, known))
					.toList());
	}

	private static List<CaseDocument> newer(CaseView view, Verdict verdict) {
		return view.newerThan(verdict.decision().documents());
	}

	private static List<CaseSnapshot.ParticipantView> participants(CaseView view, Map<EmailAddress, Person> known) {
		return view.participants().stream().map((one) -> {
			var person = known.get(one.address());
			return new CaseSnapshot.ParticipantView((person != null) ? person.id().value() : null,
					one.address().value(), one.name(), one.role().name().toLowerCase(Locale.ROOT));
		}).toList();
	}

	private static List<CaseSnapshot.AskView> asks(CaseView view, Map<EmailAddress, Person> known) {
		return view.asks()
			.stream()
			.map((ask) -> new CaseSnapshot.AskView(ask.id().value(), ask.message().value(),
					ask.internetMessageId().orElse(null), CaseSnapshot.PersonView.of(ask.approver(), known),
					ask.revision(), ask.documents().stream().map((document) -> "sha256:" + document).toList(),
					CaseSnapshot.VersionView.of(view.newerThan(ask.documents())),
					ask.state().name().toLowerCase(Locale.ROOT), ask.askedAt()))
			.toList();
	}

	private static List<CaseSnapshot.TaskView> tasks(CaseView view, Map<EmailAddress, Person> known) {
		return view.tasks()
			.stream()
			.map((task) -> new CaseSnapshot.TaskView(task.id(), CaseSnapshot.PersonView.of(task.assignee(), known),
					task.description(), task.due().map(CaseSnapshot.DeadlineView::of).orElse(null),
					task.state().name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	private List<CaseSnapshot.DocumentView> documents(CaseView view) {
		var ids = view.documents().stream().map(CaseDocument::sha256).distinct().toList();
		var texts = this.documents.texts(ids);
		var within = this.documents.within(ids);
		var all = new HashSet<>(ids);
		within.values().forEach((inner) -> inner.forEach((one) -> all.add(one.document())));
		var blocked = this.documents.blocked(all);
		var letters = view.documents()
			.stream()
			.flatMap((file) -> file.sentIn().stream())
			.distinct()
			.limit(MOST_LETTERS)
			.flatMap((id) -> this.messages.find(id).stream())
			.collect(Collectors.toMap(Message::id, Function.identity()));
		return view.documents()
			.stream()
			.map((file) -> CaseSnapshot.DocumentView.of(file, view.verdicts(), letters, texts.get(file.sha256()),
					within.getOrDefault(file.sha256(), List.of()), blocked))
			.toList();
	}

	private List<CaseSnapshot.LinkView> links(CaseView view) {
		return view.messages()
			.stream()
			.limit(MOST_LETTERS)
			.flatMap((joined) -> this.messages.find(joined.message()).stream())
			.flatMap((message) -> this.documents.links(message.pointers())
				.stream()
				.map((link) -> CaseSnapshot.LinkView.of(link, message.id(), placed(view, link), blocked(link))))
			.toList();
	}

	/** Where a copy stands among the versions; nothing until it has come to the case. */
	private static @Nullable CaseDocument placed(CaseView view, CloudLink link) {
		return link.copy()
			.map((copy) -> new VersionedFile.Key(copy.file(), copy.name()))
			.flatMap((key) -> view.files().stream().filter((file) -> file.key().equals(key)).findFirst())
			.orElse(null);
	}

	private @Nullable Blocked blocked(CloudLink link) {
		return link.copy()
			.map(CloudCopy::file)
			.map((file) -> this.documents.blocked(List.of(file)).get(file))
			.orElse(null);
	}

	private List<CaseSnapshot.MessageView> messages(CaseView view) {
		return view.messages()
			.stream()
			.map((joined) -> new CaseSnapshot.MessageView(joined.message().value(), joined.reason(),
					this.messages.sightings(joined.message()).stream().map(CaseSnapshot.SightingView::of).toList()))
			.toList();
	}

	private static @Nullable CaseState state(@Nullable String word) {
		if (word == null) {
			return null;
		}
		return Stream.of(CaseState.values())
			.filter((state) -> state.name().equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> new InvalidField("state", "A state is one of waiting, decided, closed."));
	}

	private static @Nullable EmailAddress address(String field, @Nullable String text) {
		if (text == null) {
			return null;
		}
		return EmailAddress.parse(text).orElseThrow(() -> new InvalidField(field, "This is not a plain mail address."));
	}

	private static String cursor(CaseNumber last) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(last.value().getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable String number(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		try {
			var number = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
			return CaseNumber.inSubject("[" + number + "]").orElseThrow(CaseController::wrongCursor).value();
		}
		catch (IllegalArgumentException ex) {
			throw wrongCursor();
		}
	}

	private static InvalidField wrongCursor() {
		return new InvalidField("cursor", "A cursor is the value of next, unchanged.");
	}

	record NewVerdict(@NotNull Outcome outcome, @Nullable EmailAddress actedBy,
			@Nullable @Size(max = 20) List<@Size(max = 1000) String> conditions,
			@Nullable @Size(max = 10_000) String comment, @Nullable Instant decidedAt) {
	}

	record CaseList(List<CaseRow> items, @Nullable String next) {
	}

	record CaseRow(String id, String number, String title, String type, String state,
			CaseSnapshot.@Nullable PersonView holder, Instant holderSince, CaseSnapshot.@Nullable DeadlineView deadline,
			@Nullable String outcome, CaseSnapshot.@Nullable PersonView requester, boolean held, Instant openedAt,
			Instant changedAt) {

		static CaseRow of(CaseSummary row, Map<EmailAddress, Person> known) {
			return new CaseRow(row.id().value(), row.number().value(), row.title(), row.type(),
					row.state().name().toLowerCase(Locale.ROOT),
					row.holder().map((holder) -> CaseSnapshot.PersonView.of(holder, known)).orElse(null),
					row.holderSince(), row.deadline().map(CaseSnapshot.DeadlineView::of).orElse(null),
					row.outcome().map(Outcome::name).orElse(null),
					row.requester().map((requester) -> CaseSnapshot.PersonView.of(requester, known)).orElse(null),
					row.held(), row.openedAt(), row.changedAt());
		}

	}

}
