package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;

import org.springframework.stereotype.Component;

/**
 * Finds what an admin or auditor means: a case by its number, or a person by name or
 * address, also one who is in no directory any more.
 */
@Component
class NamedSubjects {

	private static final int MOST = 20;

	private final Cases cases;

	private final TypedPeople people;

	NamedSubjects(Cases cases, TypedPeople people) {
		this.cases = cases;
		this.people = people;
	}

	/** One of the two. */
	record Subject(Optional<CaseId> caseId, Optional<EmailAddress> person) {
	}

	Optional<Subject> find(String text) {
		var typed = text.replace('\0', ' ').strip();
		return EmailAddress.parse(typed)
			.or(() -> this.people.one(typed).map(Person::address))
			.map((person) -> new Subject(Optional.empty(), Optional.of(person)))
			.or(() -> numbered(typed).map((id) -> new Subject(Optional.of(id), Optional.empty())));
	}

	private Optional<CaseId> numbered(String typed) {
		return this.cases.list(null, null, typed, null, MOST)
			.stream()
			.filter((one) -> one.number().value().equals(typed))
			.map((one) -> one.id())
			.findFirst();
	}

}
