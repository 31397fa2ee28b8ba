package io.countersign.triage;

import java.time.Instant;
import java.util.List;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.problem.Conflict;
import io.countersign.problem.Page;
import io.swagger.v3.oas.annotations.media.Schema;
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

/** Cases whose time is over. */
@RestController
@RetainJavadoc
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
	 * Lists cases whose time is over, what would go with each, and what keeps it. It is a
	 * dry run and changes nothing.
	 */
	@GetMapping
	Page<ExpiredView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.retention.after(Page.key(cursor), limit), Expired::number).map(ExpiredView::of);
	}

	/**
	 * Purges cases whose time is over, once a second person names them. The report says
	 * of each what went, or why it stays.
	 * @throws AccessDeniedException when the token does not act for a person of the
	 * directory
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

	/**
	 * The cases a person wants purged.
	 *
	 * @param cases their ids, from 1 to 100
	 */
	record Named(@NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> cases) {
	}

	/**
	 * A case whose time is over, and what would go with it.
	 *
	 * @param number as people write it
	 * @param category the kind of case, whose period it was
	 * @param over when it was last changed
	 * @param since when its time was over
	 * @param mails how many
	 * @param files how many there are in its mails, those among them that other cases
	 * hold
	 * @param bytes of these mails and files
	 * @param wanted whether one person has said so already
	 * @param hold why it stays all the same, in a plain sentence; null where nothing
	 * keeps it
	 */
	record ExpiredView(@Schema(description = "its id") @JsonProperty("case") String caseId, String number,
			String category, Instant over, Instant since, int mails, int files, long bytes, boolean wanted,
			@Nullable String hold) {

		static ExpiredView of(Expired one) {
			return new ExpiredView(one.caseId().value(), one.number(), one.category(), one.over(), one.since(),
					one.mails(), one.files(), one.bytes(), one.wanted(), one.hold().orElse(null));
		}

	}

	/**
	 * What became of each case.
	 *
	 * @param cases in the order they were named
	 */
	record Report(List<Purged> cases) {
	}

	/**
	 * What became of a case that was named.
	 *
	 * @param missing how many more people have to say so; 0 where it is purged
	 * @param mails how many of it went, or would
	 * @param files how many of it went, or would
	 * @param reason why it stays; null where nothing but a person is missing
	 */
	record Purged(@Schema(description = "its id") @JsonProperty("case") String caseId, int missing, int mails,
			int files, @Nullable String reason) {

		static Purged stays(CaseId id, String reason) {
			return new Purged(id.value(), 1, 0, 0, reason);
		}

	}

}
