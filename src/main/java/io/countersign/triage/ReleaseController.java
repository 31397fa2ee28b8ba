package io.countersign.triage;

import io.countersign.cases.CaseId;
import io.countersign.intake.MessageId;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReleaseController {

	private final Releases releases;

	ReleaseController(Releases releases) {
		this.releases = releases;
	}

	/** The second person who says so makes a held verdict count. */
	@PostMapping("/cases/{id}/verdicts/{verdict}/release")
	Release verdict(@PathVariable String id, @PathVariable String verdict, Authentication caller) {
		return new Release(this.releases.verdict(new CaseId(id), verdict, caller.getName()));
	}

	/** The second person who says so puts a refused mail into its case, where it decides nothing. */
	@PostMapping("/reviews/{message}/release")
	Release mail(@PathVariable String message, Authentication caller) {
		return new Release(this.releases.mail(new MessageId(message), caller.getName()));
	}

	/** @param missing how many more people have to say so */
	record Release(int missing) {
	}

}
