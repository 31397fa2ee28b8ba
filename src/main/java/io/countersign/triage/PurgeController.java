package io.countersign.triage;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgetting what was said in a case. */
@RestController
@RetainJavadoc
class PurgeController {

	private final Purges purges;

	private final CurrentPerson caller;

	PurgeController(Purges purges, CurrentPerson caller) {
		this.purges = purges;
		this.caller = caller;
	}

	/**
	 * Forgets for good what was said in a case that is over, once a second person says
	 * so. There is no way back.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @throws NotFound when there is no such case
	 * @throws Conflict when the case still waits for an answer, or is under legal hold
	 * @throws AccessDeniedException when the token does not act for a person of the
	 * directory
	 */
	@PostMapping("/api/v1/cases/{id}/purge")
	Purge purge(@PathVariable String id) {
		var person = this.caller.find()
			.orElseThrow(() -> new AccessDeniedException("Only a person of the directory purges"));
		return new Purge(this.purges.purge(new CaseId(id), person));
	}

	/**
	 * What is still missing.
	 *
	 * @param missing how many more people have to say so; 0 where it is done
	 */
	record Purge(int missing) {
	}

}
