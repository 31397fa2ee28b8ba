package io.countersign.protection;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;
import io.swagger.v3.oas.annotations.media.Schema;
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

/** What may not be purged. */
@RestController
@RetainJavadoc
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

	/** Lists the holds by id, those that were lifted too. */
	@GetMapping
	Page<HoldView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.holds.after(Page.key(cursor), limit), LegalHold::id).map(HoldView::of);
	}

	/**
	 * Keeps a case, or all cases a person has a part in, from being purged. The same id
	 * again changes reason and end.
	 * @param id chosen by the caller
	 * @throws NotFound when there is no such case
	 * @throws Conflict when the id is that of a hold on something else, or of one that
	 * was lifted
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

	/**
	 * Ends a hold. It stays on the list, with the time it was lifted.
	 * @param id of a hold that stands
	 * @throws NotFound when no hold of this id stands
	 */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(@PathVariable String id, Principal caller) {
		if (!this.holds.lift(id, caller.getName())) {
			throw new NotFound("hold that stands", id);
		}
	}

	/**
	 * What is to be kept, and how long.
	 *
	 * @param person the mail address; null for a case
	 * @param why for whoever wants to purge it
	 * @param until a moment in the future, from which it may be purged again
	 */
	record NewHold(
			@Schema(description = "the id of the case; null for a person") @JsonProperty("case") @Nullable @Size(
					max = 64) String caseId,
			@Nullable EmailAddress person, @NotBlank @Size(max = 500) String why, @NotNull Instant until) {
	}

	/**
	 * What is kept, and how long.
	 *
	 * @param id as its setter chose it
	 * @param person the mail address; null for a case
	 * @param why in the words of its setter
	 * @param setBy who has called, as the identity provider names it
	 * @param setAt when it was first set
	 * @param until from when it may be purged again
	 * @param liftedAt when it was ended before its time; null where it was not
	 */
	record HoldView(String id, @Schema(
			description = "the id of the case; null for a person") @JsonProperty("case") @Nullable String caseId,
			@Nullable String person, String why, String setBy, Instant setAt, Instant until,
			@Nullable Instant liftedAt) {

		static HoldView of(LegalHold hold) {
			return new HoldView(hold.id(), hold.caseId().map(CaseId::value).orElse(null),
					hold.person().map(EmailAddress::value).orElse(null), hold.why(), hold.setBy(), hold.setAt(),
					hold.until(), hold.liftedAt().orElse(null));
		}

	}

}
