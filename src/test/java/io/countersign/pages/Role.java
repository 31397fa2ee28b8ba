package io.countersign.pages;

import java.util.Locale;
import java.util.Optional;

import io.countersign.scenario.Correspondent;
import org.jspecify.annotations.Nullable;

/**
 * Who knocks at each door: nobody, people with a right of their own, and programs.
 *
 * @see RightsIT
 */
enum Role implements Correspondent {

	/** Nobody has signed in. */
	ANONYMOUS(null, null),

	/** A case worker who has no part in the case. */
	WORKER("Ida Vang", "Sagsbehandler"),

	/** A leader who has no part in the case. */
	LEADER("Ole Krog", "Kontorchef"),

	/** The leader who is asked. */
	APPROVER("Karl Friis", "Afdelingschef"),

	/** Whoever may answer for the leader who is asked. */
	DEPUTY("Pia Lund", "Sagsbehandler"),

	SECRETARIAT("Sif Berg", "Ministersekretær"),

	AUDITOR("Uno Dahl", "Revisor"),

	ADMIN("Ada Bech", "Systemadministrator"),

	/** A screen on a wall, with an account of its own. */
	SCREEN("Tavle Stuen", "Tavleskærm"),

	/** A program that may read everything and give verdicts and receipts. */
	CASE_SYSTEM(null, "case-system"),

	/** A program that may besides set watches, people and mandates. */
	ADMIN_PROGRAM(null, "sandbox-admin");

	private final Optional<String> name;

	private final Optional<String> title;

	Role(@Nullable String name, @Nullable String title) {
		this.name = Optional.ofNullable(name);
		this.title = Optional.ofNullable(title);
	}

	boolean isPerson() {
		return this.name.isPresent();
	}

	/** The name under which a program is registered. */
	Optional<String> program() {
		return this.title.filter((_) -> !isPerson());
	}

	String jobTitle() {
		return this.title.orElseThrow();
	}

	@Override
	public String displayName() {
		return this.name.orElseThrow();
	}

	@Override
	public String address() {
		return displayName().toLowerCase(Locale.ROOT).replace(' ', '.') + "@min.example";
	}

}
