package io.countersign.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/**
 * Somebody says that a condition of an approval is met, or that it is not after all.
 *
 * @param number its place among those of its verdict, from 0
 */
record ConditionMet(CaseId caseId, String verdict, int number, String text, boolean met, PersonId by, Instant at,
		Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return this.met ? "condition.met" : "condition.reopened";
	}

	@Override
	public String key() {
		return "condition/%s/%d/%s".formatted(this.verdict, this.number, this.at);
	}

	@Override
	public String actor() {
		return this.by.value();
	}

	@Override
	public Set<String> words() {
		return Set.of("condition");
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("verdict", this.verdict, "number", this.number, "condition", this.text);
	}

}
