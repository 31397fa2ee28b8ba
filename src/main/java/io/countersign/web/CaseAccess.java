package io.countersign.web;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNotFound;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.Person;

import org.springframework.stereotype.Component;

/**
 * The one place where pages ask for a case, and where it is decided whether this person
 * may see it. Everybody the directory vouches for may.
 */
@Component
class CaseAccess {

	private final Cases cases;

	CaseAccess(Cases cases) {
		this.cases = cases;
	}

	/**
	 * @throws CaseNotFound when there is none, or none that this person may know of
	 */
	CaseView read(String id, Person person) {
		var view = this.cases.get(new CaseId(id));
		if (!mayRead(person, view)) {
			throw new CaseNotFound(id);
		}
		return view;
	}

	private static boolean mayRead(Person person, CaseView view) {
		return person.inDirectory() || view.participant(person.address()).isPresent();
	}

}
