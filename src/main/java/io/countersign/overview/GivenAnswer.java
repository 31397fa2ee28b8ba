package io.countersign.overview;

import java.time.Instant;
import java.util.Optional;

import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;

/**
 * An answer somebody has given, as a row.
 *
 * @param name of whoever gave it, if we know him
 */
public record GivenAnswer(String verdict, String caseId, String number, String title, String language, EmailAddress by,
		Optional<String> name, Outcome outcome, Decision.Method method, Instant at) {

	/** A name is never shown without its address: a look-alike has another one. */
	public String author() {
		return this.name.map((one) -> one + " <" + this.by + ">").orElseGet(this.by::value);
	}

}
