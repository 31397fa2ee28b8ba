package io.countersign.overview;

import java.time.Instant;

import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;

/** An answer somebody has given, as a row. */
public record GivenAnswer(String verdict, String caseId, String number, String title, EmailAddress by, Outcome outcome,
		Decision.Method method, Instant at) {
}
