package io.countersign.triage;

import io.countersign.cases.CaseId;

/**
 * The case a message belongs to.
 *
 * @param reason why, in a plain sentence
 * @param sure whether it may join without a person looking
 */
record Match(CaseId caseId, String reason, boolean sure) {

	Match unsure() {
		return new Match(this.caseId, this.reason, false);
	}

}
