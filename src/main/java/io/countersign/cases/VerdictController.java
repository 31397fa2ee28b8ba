package io.countersign.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.NotFound;
import org.jspecify.annotations.Nullable;

import io.countersign.identity.ApiCaller;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.AccessDeniedException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verdicts that are given elsewhere, as in a case system. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/cases")
class VerdictController {

	/** A program vouches for what it tells as a mail server does, and signs nobody in. */
	private static final String TOLD = "A2";

	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

	private final Cases cases;

	private final CaseSnapshots snapshots;

	private final ApiCaller caller;

	private final AnswerPolicy policy;

	private final Clock clock;

	VerdictController(Cases cases, CaseSnapshots snapshots, ApiCaller caller, AnswerPolicy policy, Clock clock) {
		this.cases = cases;
		this.snapshots = snapshots;
		this.caller = caller;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Records a verdict that was given elsewhere. Sent again with the same {@code
	 * Idempotency-Key} it answers the verdict of the first time. A token that acts for a
	 * person tells only of that person.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @param ask the id of an ask of that case
	 * @param key chosen by the caller: a new one for each verdict, the same one to send
	 * it again
	 * @throws NotFound when there is no such case
	 * @throws Conflict when the ask is no longer open, or the policy of the organisation
	 * does not take this answer
	 * @throws AccessDeniedException when the token acts for another person than the one
	 * who was asked
	 */
	@PostMapping("/{id}/asks/{ask}/verdict")
	VerdictView decide(@PathVariable String id, @PathVariable String ask, @RequestHeader("Idempotency-Key") String key,
			@RequestBody @Valid NewVerdict verdict) {
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
			this.policy.objection(view, asked, now, AnswerPolicy.Voucher.PROGRAM).ifPresent((objection) -> {
				throw new Conflict(objection);
			});
		}
		var decision = new Decision(asked.id(), verdict.outcome(), asked.approver(), actedBy, Decision.Method.API,
				conditions, Optional.empty(), TOLD, gates(view, asked, told), Optional.empty(), asked.documents(),
				Optional.empty(), Optional.ofNullable(verdict.comment()).orElse(""), at(verdict, asked, now), told);
		var recorded = this.cases.decide(caseId, decision, caseId + "/" + key);
		return this.snapshots.of(recorded, this.cases.get(caseId));
	}

	/**
	 * What is held of a mail in the same name is no part of it, and is not passed over.
	 */
	private static List<GateResult> gates(CaseView view, Ask asked, Optional<String> told) {
		var by = new GateResult("API permission", "pass", told.map("The program %s says so, and may."::formatted)
			.orElse("The person who was asked says so by a program."));
		var isHeld = view.verdicts()
			.stream()
			.anyMatch((one) -> one.state() == Verdict.State.HELD && one.decision().ask().equals(asked.id()));
		return isHeld
				? List.of(by,
						new GateResult("API permission", "pass",
								"An answer by mail is held in the same name, and this does not rest on it."))
				: List.of(by);
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

	/**
	 * A verdict to be recorded.
	 *
	 * @param outcome what was decided
	 * @param actedBy the mail address of whoever decided; nobody but the person who was
	 * asked, who is meant where it is null
	 * @param conditions what has to be met; at least one for APPROVED_WITH_CONDITIONS
	 * @param comment what the person wrote besides
	 * @param decidedAt not before it was asked, and not in the future; now where it is
	 * null
	 */
	record NewVerdict(@NotNull Outcome outcome, @Nullable EmailAddress actedBy,
			@Nullable @Size(max = 20) List<@Size(max = 1000) String> conditions,
			@Nullable @Size(max = 10_000) String comment, @Nullable Instant decidedAt) {
	}

}
