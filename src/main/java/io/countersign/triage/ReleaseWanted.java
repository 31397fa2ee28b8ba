package io.countersign.triage;

import java.time.Instant;
import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * Somebody wants to let through what was held or refused.
 *
 * @param caseId the case it would count in, or join
 * @param subject the verdict or the mail
 * @param missing how many more people have to say so
 */
record ReleaseWanted(CaseId caseId, String subject, PersonId person, int missing, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return "release.wanted";
	}

	@Override
	public String key() {
		return "release/%s/%s/%s".formatted(this.subject, this.person, this.at);
	}

	@Override
	public String actor() {
		return this.person.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("subject", this.subject, "missing", this.missing);
	}

}
