package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

/** What the policy for replies asks of an answer that others vouch for. */
public interface AnswerPolicy {

	/** Why the answer does not count; nothing when it does. */
	Optional<String> objection(CaseView view, Ask ask, Instant at, Voucher by);

	/** Who vouches for it in the place of whoever was asked. */
	enum Voucher {

		/** A program that tells of it. */
		PROGRAM,

		/** Two people who release what is held. */
		RELEASE

	}

}
