package io.countersign.web;

import io.countersign.identity.AppRole;

/**
 * Those the organisation has given the role to look after all cases and mails. Whoever
 * audits them is none of them, whatever else he is.
 */
final class Secretariat {

	private Secretariat() {
	}

	/** Whether whoever reads the page is one of them. */
	static boolean isReading() {
		return AppRole.REVIEW.isHeld() && !AppRole.AUDIT.isHeld();
	}

}
