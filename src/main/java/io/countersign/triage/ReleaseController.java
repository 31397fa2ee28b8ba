package io.countersign.triage;

import io.countersign.cases.CaseId;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReleaseController {

	private final Releases releases;

	private final CurrentPerson caller;

	ReleaseController(Releases releases, CurrentPerson caller) {
		this.releases = releases;
		this.caller = caller;
	}

	/** The second person who says so makes a held verdict count. */
	@PostMapping("/cases/{id}/verdicts/{verdict}/release")
	Release verdict(@PathVariable String id, @PathVariable String verdict) {
		return new Release(this.releases.verdict(new CaseId(id), verdict, person()));
	}

	/**
	 * The second person who says so puts a refused mail into its case, where it decides
	 * nothing.
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
	 * @param missing how many more people have to say so
	 */
	record Release(int missing) {
	}

}
