package io.countersign.triage;

import java.time.Instant;
import java.util.Map;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/**
 * Somebody wants to let through what was held or refused.
 *
 * @param subject the verdict or the mail
 * @param missing how many more people have to say so
 */
record Released(String subject, PersonId person, int missing, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "release/" + this.subject;
	}

	@Override
	public String type() {
		return "security.release";
	}

	@Override
	public String key() {
		return "%s/%s".formatted(this.person, this.at);
	}

	@Override
	public String actor() {
		return this.person.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("subject", this.subject, "person", this.person.value(), "missing", this.missing);
	}

}
