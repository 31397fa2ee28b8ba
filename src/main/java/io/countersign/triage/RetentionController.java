package io.countersign.triage;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.problem.Conflict;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/retention")
class RetentionController {

	private final Retention retention;

	private final Purges purges;

	private final CurrentPerson caller;

	RetentionController(Retention retention, Purges purges, CurrentPerson caller) {
		this.retention = retention;
		this.purges = purges;
		this.caller = caller;
	}

	/**
	 * The dry run: cases whose time is over, what would go with each, and what keeps it.
	 * Changes nothing.
	 */
	@GetMapping
	Page<ExpiredView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.retention.after(Page.key(cursor), limit), Expired::number).map(ExpiredView::of);
	}

	/**
	 * The second person who names a case whose time is over has it purged. The report
	 * says of each what went, or why it stays.
	 */
	@PostMapping
	Report purge(@RequestBody @Valid Named named) {
		var person = this.caller.find()
			.orElseThrow(() -> new AccessDeniedException("Only a person of the directory purges"));
		return new Report(named.cases().stream().distinct().map((id) -> purged(new CaseId(id), person)).toList());
	}

	/** Each by itself, so that one that stays keeps no other. */
	private Purged purged(CaseId id, Person person) {
		var expired = this.retention.find(id);
		if (expired.isEmpty()) {
			return Purged.stays(id, "Its time is not over, or it has been purged.");
		}
		try {
			var missing = this.purges.purge(id, person);
			return new Purged(id.value(), missing, expired.get().mails(), expired.get().files(), null);
		}
		catch (Conflict ex) {
			return Purged.stays(id, String.valueOf(ex.getMessage()));
		}
	}

	record Named(@NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> cases) {
	}

	record ExpiredView(@JsonProperty("case") String caseId, String number, String category, Instant over, Instant since,
			int mails, int files, long bytes, boolean wanted, @Nullable String hold) {

		static ExpiredView of(Expired one) {
			return new ExpiredView(one.caseId().value(), one.number(), one.category(), one.over(), one.since(),
					one.mails(), one.files(), one.bytes(), one.wanted(), one.hold().orElse(null));
		}

	}

	/**
	 * @param cases in the order they were named
	 */
	record Report(List<Purged> cases) {
	}

	/**
	 * @param missing how many more people have to say so; 0 where it is purged
	 * @param reason why it stays; null where nothing but a person is missing
	 */
	record Purged(@JsonProperty("case") String caseId, int missing, int mails, int files, @Nullable String reason) {

		static Purged stays(CaseId id, String reason) {
			return new Purged(id.value(), 1, 0, 0, reason);
		}

	}

}
