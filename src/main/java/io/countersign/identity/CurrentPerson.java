package io.countersign.identity;

import java.util.Optional;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** The person who has signed in to the page that is being made, or who makes the call. */
@Component
public class CurrentPerson {

	private static final String DIRECTORY_ID = "oid";

	private final People people;

	CurrentPerson(People people) {
		this.people = people;
	}

	/** The directory's own id of the account, which is never given to another. */
	public Optional<String> directoryId() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof ClaimAccessor claims)
				? Optional.ofNullable(claims.getClaimAsString(DIRECTORY_ID)) : Optional.empty();
	}

	/**
	 * Nothing when the signed-in account belongs to nobody the directory knows. The
	 * account is known by the directory's own id and never by a name or an address, which
	 * may pass from one person to another.
	 */
	public Optional<Person> find() {
		return directoryId().flatMap(this.people::findByExternalId);
	}

}
