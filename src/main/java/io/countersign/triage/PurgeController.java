package io.countersign.triage;

import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PurgeController {

	private final Purges purges;

	private final CurrentPerson caller;

	PurgeController(Purges purges, CurrentPerson caller) {
		this.purges = purges;
		this.caller = caller;
	}

	/**
	 * The second person who says so has what was said in a case that is over forgotten
	 * for good. There is no way back.
	 */
	@PostMapping("/api/v1/cases/{id}/purge")
	Purge purge(@PathVariable String id) {
		var person = this.caller.find()
			.orElseThrow(() -> new AccessDeniedException("Only a person of the directory purges"));
		return new Purge(this.purges.purge(new CaseId(id), person));
	}

	/**
	 * @param missing how many more people have to say so
	 */
	record Purge(int missing) {
	}

}
