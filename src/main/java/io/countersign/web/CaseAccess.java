package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNotFound;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Role;
import io.countersign.identity.Person;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

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

	/**
	 * A case that this person may put right, because it is his or he looks after all.
	 * @throws CaseNotFound when there is none
	 */
	CaseView change(String id, Person person) {
		var view = read(id, person);
		if (!mayChange(person, view)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Not a case of yours");
		}
		return view;
	}

	boolean mayChange(Person person, CaseView view) {
		return Secretariat.isReading() || view.holder().equals(Optional.of(person.address()))
				|| view.participant(person.address()).filter((one) -> one.role() != Role.INFORMED).isPresent();
	}

	/** Whether this person has anything to do with the case. */
	static boolean isOf(Person person, CaseView view) {
		return view.participant(person.address()).isPresent() || view.holder().equals(Optional.of(person.address()))
				|| view.asks().stream().anyMatch((ask) -> ask.approver().equals(person.address()));
	}

	private static boolean mayRead(Person person, CaseView view) {
		return person.inDirectory() || view.participant(person.address()).isPresent();
	}

}
