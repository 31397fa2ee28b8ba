package io.countersign.protection;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/holds")
class LegalHoldController {

	private final LegalHolds holds;

	private final Cases cases;

	private final Clock clock;

	LegalHoldController(LegalHolds holds, Cases cases, Clock clock) {
		this.holds = holds;
		this.cases = cases;
		this.clock = clock;
	}

	@GetMapping
	Page<HoldView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.holds.after(Page.key(cursor), limit), LegalHold::id).map(HoldView::of);
	}

	/**
	 * Nothing of the case, or of cases the person has a part in, is purged until then.
	 */
	@PutMapping("/{id}")
	HoldView put(@PathVariable String id, @RequestBody @Valid NewHold hold, Principal caller) {
		if ((hold.caseId() == null) == (hold.person() == null)) {
			throw new InvalidField("case", "A hold is on a case or on a person.");
		}
		if (!hold.until().isAfter(this.clock.instant())) {
			throw new InvalidField("until", "A hold ends in the future.");
		}
		var caseId = Optional.ofNullable(hold.caseId()).map((one) -> this.cases.get(new CaseId(one)).id());
		return this.holds
			.put(id, caseId, Optional.ofNullable(hold.person()), hold.why(), hold.until(), caller.getName())
			.map(HoldView::of)
			.orElseThrow(() -> new Conflict("This id is that of a hold on something else, or of one that was lifted."));
	}

	/** It stays on the list, with the time it was lifted. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(@PathVariable String id, Principal caller) {
		if (!this.holds.lift(id, caller.getName())) {
			throw new NotFound("hold that stands", id);
		}
	}

	/**
	 * @param caseId the case; null for a person
	 */
	record NewHold(@JsonProperty("case") @Nullable @Size(max = 64) String caseId, @Nullable EmailAddress person,
			@NotBlank @Size(max = 500) String why, @NotNull Instant until) {
	}

	record HoldView(String id, @JsonProperty("case") @Nullable String caseId, @Nullable String person, String why,
			String setBy, Instant setAt, Instant until, @Nullable Instant liftedAt) {

		static HoldView of(LegalHold hold) {
			return new HoldView(hold.id(), hold.caseId().map(CaseId::value).orElse(null),
					hold.person().map(EmailAddress::value).orElse(null), hold.why(), hold.setBy(), hold.setAt(),
					hold.until(), hold.liftedAt().orElse(null));
		}

	}

}
