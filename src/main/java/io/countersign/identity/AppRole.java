package io.countersign.identity;

import java.util.Arrays;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the organisation has allowed an account or a program, as its directory names it.
 * Who is a leader and who a case worker is no role of an account: the directory's level
 * says so, and what they see follows from their cases.
 */
@RetainJavadoc
public enum AppRole {

	/** Programs read cases, messages, events and files. */
	READ("Countersign.Read"),

	/** Case systems give verdicts and receipts. */
	DECIDE("Countersign.Decide"),

	/** Admins set watches, people and mandates. */
	MANAGE("Countersign.Manage"),

	/** The secretariat looks after all cases and mails. */
	REVIEW("Countersign.Review"),

	/** Auditors see everything and change nothing. */
	AUDIT("Countersign.Audit"),

	/** A screen on a wall shows the whole board, and nothing behind it. */
	WALL("Countersign.Wall");

	private final String authority;

	AppRole(String authority) {
		this.authority = authority;
	}

	public String authority() {
		return this.authority;
	}

	static boolean isOne(@Nullable String authority) {
		return Arrays.stream(values()).anyMatch((role) -> role.authority.equals(authority));
	}

	/** Whether whoever makes this request has it. */
	public boolean isHeld() {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null
				&& caller.getAuthorities().stream().anyMatch((one) -> this.authority.equals(one.getAuthority()));
	}

}
