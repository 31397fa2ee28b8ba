package io.countersign.triage;

import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.journal.Journaled;

/**
 * One of two people wants to let something through.
 *
 * @param subject the verdict or the message
 */
record ReleaseWanted(CaseId caseId, String subject, String person) implements Journaled {

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
		return "release/%s/%s".formatted(this.subject, this.person);
	}

	@Override
	public String actor() {
		return this.person;
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("subject", this.subject);
	}

}
