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
	ADMIN_PROGRAM(null, "sandbox-admin"),

	ONLY_READ(null, "only-read"),

	ONLY_DECIDE(null, "only-decide"),

	ONLY_MANAGE(null, "only-manage"),

	ONLY_REVIEW(null, "only-review"),

	ONLY_AUDIT(null, "only-audit"),

	ONLY_WALL(null, "only-wall"),

	/** A program that acts for somebody, with every scope there is. */
	FOR_APPROVER(APPROVER),

	FOR_SECRETARIAT(SECRETARIAT),

	FOR_AUDITOR(AUDITOR),

	FOR_ADMIN(ADMIN);

	private final Optional<String> name;

	private final Optional<String> title;

	private final Optional<Role> person;

	Role(@Nullable String name, @Nullable String title) {
		this.name = Optional.ofNullable(name);
		this.title = Optional.ofNullable(title);
		this.person = Optional.empty();
	}

	Role(Role person) {
		this.name = Optional.empty();
		this.title = Optional.empty();
		this.person = Optional.of(person);
	}

	boolean isPerson() {
		return this.name.isPresent();
	}

	/** The name under which a program is registered. */
	Optional<String> program() {
		return this.title.filter((_) -> !isPerson());
	}

	/** Whom a program acts for. */
	Optional<Role> actsFor() {
		return this.person;
	}

	/** Whether it calls the API, and opens no page. */
	boolean hasToken() {
		return program().isPresent() || actsFor().isPresent();
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
