package io.countersign.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.countersign.identity.Person;
import io.countersign.overview.DueScale;
import io.countersign.protection.LegalHolds;

import org.springframework.stereotype.Component;

/** Reads what somebody typed about a legal hold, and sets it where nothing is wrong. */
@Component
class HoldForms {

	private static final int LONGEST = 500;

	private final NamedSubjects subjects;

	private final LegalHolds holds;

	private final DueScale scale;

	private final Clock clock;

	HoldForms(NamedSubjects subjects, LegalHolds holds, DueScale scale, Clock clock) {
		this.subjects = subjects;
		this.holds = holds;
		this.scale = scale;
		this.clock = clock;
	}

	/** What is wrong, by field; nothing where the hold stands now. */
	Map<String, String> put(HoldForm form, Person by) {
		var faults = new LinkedHashMap<String, String>();
		var subject = this.subjects.find(form.what());
		if (subject.isEmpty()) {
			faults.put("what", "unknown");
		}
		if (form.why().isEmpty() || form.why().length() > LONGEST) {
			faults.put("why", form.why().isEmpty() ? "none" : "long");
		}
		var until = end(form.until());
		if (until.isEmpty()) {
			faults.put("until", "early");
		}
		if (faults.isEmpty() && this.holds
			.put(id(form), subject.get().caseId(), subject.get().person(), form.why(), until.get(), by.id().value())
			.isEmpty()) {
			faults.put("what", "changed");
		}
		return faults;
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.scale.zone());
	}

	/** The end of a day that is not over. */
	private Optional<Instant> end(String typed) {
		try {
			var day = LocalDate.parse(typed);
			return (day.isBefore(today()) || day.getYear() > 9_999) ? Optional.empty()
					: Optional.of(day.plusDays(1).atStartOfDay(this.scale.zone()).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** The same for the same form. */
	private static String id(HoldForm form) {
		return "page-" + UUID.nameUUIDFromBytes(form.key().getBytes(StandardCharsets.UTF_8));
	}

}
