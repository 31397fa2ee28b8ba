package io.countersign.identity;

import java.time.Clock;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/** The sessions of people whose requests are being answered. */
@Component
public class OpenSessions {

	private final CurrentPerson people;

	private final Clock clock;

	OpenSessions(CurrentPerson people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/** That of the request at hand, made by this person. */
	public OpenSession of(HttpSession session, Person person) {
		return new OpenSession(session, person.id(), this.people.account(), this.people, this.clock);
	}

}
