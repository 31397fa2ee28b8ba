package io.countersign.web;

import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;

import org.springframework.stereotype.Component;

/** Finds whom somebody means by a name or an address, among those of the directory. */
@Component
class TypedPeople {

	/** Two people of a name are a doubt. */
	private static final int DOUBT = 2;

	private static final int LONGEST_NAME = 200;

	private final People people;

	TypedPeople(People people) {
		this.people = people;
	}

	/** Nobody, the one who is meant, or several. */
	List<Person> called(String typed) {
		var name = typed.strip();
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			return List.of();
		}
		var address = EmailAddress.parse(name);
		var found = address.isPresent() ? address.flatMap(this.people::find).stream().toList()
				: this.people.called(name, DOUBT);
		return found.stream().filter(Person::inDirectory).toList();
	}

	/** The one who is meant; nobody where that is a doubt. */
	Optional<Person> one(String typed) {
		return Optional.of(called(typed)).filter((found) -> found.size() == 1).map(List::getFirst);
	}

}
