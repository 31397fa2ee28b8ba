package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNotFound;
import io.countersign.cases.CaseRights;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Role;
import io.countersign.identity.AppRole;
import io.countersign.identity.Clearance;
import io.countersign.identity.Person;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The one place where pages ask for a case, and say what may be done with it. */
@Component
class CaseAccess {

	private final Cases cases;

	private final CaseRights rights;

	CaseAccess(Cases cases, CaseRights rights) {
		this.cases = cases;
		this.rights = rights;
	}

	/**
	 * @throws CaseNotFound when there is none, or none that this person may know of
	 */
	CaseView read(String id, Person person) {
		return read(id, Clearance.of(person));
	}

	/**
	 * @throws CaseNotFound when there is none, or none that may be known of
	 */
	CaseView read(String id, Clearance clearance) {
		var caseId = new CaseId(id);
		if (!this.rights.maySee(clearance, caseId)) {
			throw new CaseNotFound(id);
		}
		return this.cases.get(caseId);
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

	boolean maySee(Person person, CaseId id) {
		return this.rights.maySee(Clearance.of(person), id);
	}

	/** Whoever audits changes nothing, also what is his. */
	boolean mayChange(Person person, CaseView view) {
		return !AppRole.AUDIT.isHeld() && (Secretariat.isReading() || isHandling(person, view));
	}

	private static boolean isHandling(Person person, CaseView view) {
		return view.holder().equals(Optional.of(person.address()))
				|| view.participant(person.address()).filter((one) -> one.role() != Role.INFORMED).isPresent();
	}

	static boolean mayTalk(Person person, CaseView view) {
		return !AppRole.AUDIT.isHeld() && isOf(person, view);
	}

	/** Whether this person has anything to do with the case. */
	static boolean isOf(Person person, CaseView view) {
		return view.participant(person.address()).isPresent() || view.holder().equals(Optional.of(person.address()))
				|| view.asks().stream().anyMatch((ask) -> ask.approver().equals(person.address()));
	}

}
