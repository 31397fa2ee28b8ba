package io.countersign.protection;

import java.time.Instant;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;

/**
 * Nothing of a case, or of whatever a person has a part in, is forgotten.
 *
 * @param caseId nothing where it is about a person
 * @param person nothing where it is about a case
 * @param setBy who called the API
 * @param liftedAt when somebody ended it before its time
 */
public record LegalHold(String id, Optional<CaseId> caseId, Optional<EmailAddress> person, String why, String setBy,
		Instant setAt, Instant until, Optional<Instant> liftedAt) {

	/** Whether it still keeps what it covers. */
	public boolean stands(Instant now) {
		return this.liftedAt.isEmpty() && now.isBefore(this.until);
	}

	/** In a plain sentence. */
	public String sentence() {
		return "It is under legal hold %s until %s: %s".formatted(this.id, this.until, this.why);
	}

}
