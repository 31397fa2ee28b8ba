package io.countersign.triage;

import java.time.Instant;
import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * What the mails of a case said is forgotten, and its key is destroyed.
 *
 * @param files how many nobody else held
 */
record CasePurged(CaseId caseId, PersonId person, int mails, int files, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return "case.purged";
	}

	@Override
	public String key() {
		return "purged/" + this.at;
	}

	@Override
	public String actor() {
		return this.person.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("mails", this.mails, "files", this.files);
	}

}
