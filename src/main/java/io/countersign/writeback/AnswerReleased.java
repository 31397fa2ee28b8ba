package io.countersign.writeback;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.CaseId;
import io.countersign.journal.Journaled;

/**
 * A person has looked at an answer that was stuck.
 *
 * @param state what it is from now on: due once more, or sent
 * @param actor who looked
 */
record AnswerReleased(String writeback, Optional<CaseId> caseId, Writeback.State state,
		String actor) implements Journaled {

	@Override
	public String stream() {
		return "writeback/" + this.writeback;
	}

	@Override
	public String type() {
		return "answer.released";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("writeback", this.writeback, "case", this.caseId.map(CaseId::value).orElse(""), "state",
				this.state.name().toLowerCase(Locale.ROOT));
	}

}
