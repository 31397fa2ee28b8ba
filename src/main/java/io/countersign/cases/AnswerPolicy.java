package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

/** What the policy for replies asks of an answer that another system tells of. */
public interface AnswerPolicy {

	/** Why the answer does not count; nothing when it does. */
	Optional<String> objection(CaseView view, Ask ask, Instant toldAt);

}
