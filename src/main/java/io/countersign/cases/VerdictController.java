package io.countersign.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.ApiCaller;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
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
		return this.snapshots.of(recorded, this.cases.get(caseId));
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

	record NewVerdict(@NotNull Outcome outcome, @Nullable EmailAddress actedBy,
			@Nullable @Size(max = 20) List<@Size(max = 1000) String> conditions,
			@Nullable @Size(max = 10_000) String comment, @Nullable Instant decidedAt) {
	}

}
