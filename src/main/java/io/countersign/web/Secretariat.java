package io.countersign.web;

import org.springframework.security.core.context.SecurityContextHolder;

/** Those the organisation has given the role to look after all cases and mails. */
final class Secretariat {

	private static final String ROLE = "Countersign.Review";

	private Secretariat() {
	}

	/** Whether whoever reads the page is one of them. */
	static boolean isReading() {
		var signedIn = SecurityContextHolder.getContext().getAuthentication();
		return signedIn != null
				&& signedIn.getAuthorities().stream().anyMatch((one) -> ROLE.equals(one.getAuthority()));
	}

}
