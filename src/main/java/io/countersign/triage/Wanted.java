package io.countersign.triage;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * Somebody wants what takes two people.
 *
 * @param caseId where it would count
 * @param subject the verdict or the mail to be let through, or the case to be purged
 * @param missing how many more people have to say so
 */
record Wanted(Act act, CaseId caseId, String subject, PersonId person, int missing, Instant at) implements Journaled {

	/** What takes two people. */
	enum Act {

		/** What was held or refused is let through. */
		RELEASE,

		/** What the mails of a case said is forgotten. */
		PURGE;

		private String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** What is remembered as the thing that was wanted. */
		String of(String subject) {
			return (this == RELEASE) ? subject : word() + "/" + subject;
		}

	}

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return this.act.word() + ".wanted";
	}

	@Override
	public String key() {
		return "%s/%s/%s/%s".formatted(this.act.word(), this.subject, this.person, this.at);
	}

	@Override
	public String actor() {
		return this.person.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("subject", this.subject, "missing", this.missing);
	}

}
