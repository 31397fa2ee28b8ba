package io.countersign.identity;

import java.util.Optional;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** The person who has signed in to the page that is being made, or who makes the call. */
@Component
public class CurrentPerson {

	/**
	 * The directory's own id of whoever has the account, which is never given to another.
	 */
	static final String DIRECTORY_ID = "oid";

	private final People people;

	private final Accounts accounts;

	CurrentPerson(People people, Accounts accounts) {
		this.people = people;
		this.accounts = accounts;
	}

	/** What the account was linked to when it first signed in. */
	public Optional<String> directoryId() {
		return account().flatMap(this.accounts::directoryId);
	}

	Optional<Account> account() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof ClaimAccessor claims)
				? Account.of(claims) : Optional.empty();
	}

	/**
	 * Nothing when the signed-in account belongs to nobody the directory knows.
	 */
	public Optional<Person> find() {
		return account().flatMap(this::of);
	}

	Optional<Person> of(Account account) {
		return this.accounts.directoryId(account).flatMap(this.people::findByExternalId);
	}

}
