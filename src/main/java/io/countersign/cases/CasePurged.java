package io.countersign.cases;

import java.time.Instant;
import java.util.Map;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * What was said in a case is forgotten, and its key is destroyed. Whoever keeps words of
 * it forgets them in the same transaction.
 *
 * @param files how many nobody else held
 */
public record CasePurged(CaseId caseId, PersonId person, int mails, int files, Instant at) implements Journaled {

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
