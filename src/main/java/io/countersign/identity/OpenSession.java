package io.countersign.identity;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

/** The session of whoever makes a request, for what goes on after the request (UI-9). */
public final class OpenSession {

	private final HttpSession session;

	private final PersonId person;

	private final Optional<Account> account;

	private final CurrentPerson people;

	private final Clock clock;

	OpenSession(HttpSession session, PersonId person, Optional<Account> account, CurrentPerson people, Clock clock) {
		this.session = session;
		this.person = person;
		this.account = account;
		this.people = people;
		this.clock = clock;
	}

	/** Nobody has signed out, and its time is not over; asks nothing but the session. */
	public boolean isOpen() {
		try {
			return !SessionLimits.isOver(this.session, this.clock.instant());
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/** Whether its account still is this person's, and may do anything at all. */
	public boolean isStillHis() {
		return this.account.flatMap(this.people::of).filter((now) -> now.id().equals(this.person)).isPresent();
	}

}
