package io.countersign.triage;

import java.time.Instant;
import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * Somebody wants what the mails of a case said to be forgotten.
 *
 * @param missing how many more people have to say so
 */
record PurgeWanted(CaseId caseId, PersonId person, int missing, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return "purge.wanted";
	}

	@Override
	public String key() {
		return "purge/%s/%s".formatted(this.person, this.at);
	}

	@Override
	public String actor() {
		return this.person.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("missing", this.missing);
	}

}
