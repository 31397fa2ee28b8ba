package io.countersign.triage;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What two people may let through. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1")
class ReleaseController {

	private final Releases releases;

	private final CurrentPerson caller;

	ReleaseController(Releases releases, CurrentPerson caller) {
		this.releases = releases;
		this.caller = caller;
	}

	/**
	 * Makes a held verdict count, once a second person says so.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @param verdict the id of a held verdict of that case
	 * @throws NotFound when the case has no such held verdict
	 * @throws Conflict when the case is closed or the request withdrawn, or the person
	 * wrote the answer or wants the decision
	 * @throws AccessDeniedException when the token does not act for a person of the
	 * directory
	 */
	@PostMapping("/cases/{id}/verdicts/{verdict}/release")
	Release verdict(@PathVariable String id, @PathVariable String verdict) {
		return new Release(this.releases.verdict(new CaseId(id), verdict, person()));
	}

	/**
	 * Puts a refused mail into its case, once a second person says so. It decides nothing
	 * there.
	 * @param message the id of a message on the review list
	 * @throws NotFound when it is not on the list, or belongs to no case
	 * @throws Conflict when the person wrote it or wants the decision
	 * @throws AccessDeniedException when the token does not act for a person of the
	 * directory
	 */
	@PostMapping("/reviews/{message}/release")
	Release mail(@PathVariable String message) {
		return new Release(this.releases.mail(new MessageId(message), person()));
	}

	/** A program is nobody, whatever it may do besides. */
	private Person person() {
		return this.caller.find()
			.orElseThrow(() -> new AccessDeniedException("Only a person of the directory releases"));
	}

	/**
	 * What is still missing.
	 *
	 * @param missing how many more people have to say so; 0 where it is done
	 */
	record Release(int missing) {
	}

}
