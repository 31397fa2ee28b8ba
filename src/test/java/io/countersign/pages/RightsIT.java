package io.countersign.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.countersign.identity.AppRole;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every door of the running product, and everybody at it. What is expected is
 * {@code src/docs/rights.md}; what came out is written to {@code target/rights.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

	private static final Path EXPECTED = Path.of("src", "docs", "rights.md");

	private static final Path FOUND = Path.of("target", "rights.md");

	private final House house = House.open();

	private final Map<Role, Knocker> knockers = new EnumMap<>(Role.class);

	private final Doorstep untouched;

	private Instant signedIn = Instant.EPOCH;

	RightsIT() {
		for (var role : Role.values()) {
			if (role.isPerson()) {
				this.house.employ(role, role.jobTitle(), "Jura");
			}
		}
		this.house.bean(Mandates.class)
			.put(new Mandate("m-deputy", new EmailAddress(Role.APPROVER.address()),
					new EmailAddress(Role.DEPUTY.address()), Instant.now().minusSeconds(60),
					Instant.now().plusSeconds(3600), List.of("decision"), null, "DKK"), "test");
		this.untouched = new Doorstep(this.house);
	}

	@AfterAll
	void closes() {
		this.house.close();
	}

	@Test
	void UI_09_everyDoorOpensForThoseItIsForAndForNobodyElse() throws IOException {
		var found = new TreeMap<String, List<Integer>>();
		Files.createDirectories(FOUND.getParent());
		for (var door : doors()) {
			found.put(door, statuses(door));
			Files.writeString(FOUND, table(found));
		}

		var expected = expected();
		assertThat(found.keySet()).as("doors nobody has said anything about, or that are gone")
			.isEqualTo(expected.keySet());
		assertThat(found).isEqualTo(expected);
	}

	/** A scope that no column shows is one that nobody has looked at. */
	@Test
	void UI_09_theTableHasAColumnForEachKindOfTokenAndScope() throws IOException {
		assertThat(Files.readAllLines(EXPECTED)).contains(head());
		assertThat(Role.values()).extracting(Role::name)
			.containsAll(Arrays.stream(AppRole.values()).map((scope) -> "ONLY_" + scope.name()).toList());
	}

	/**
	 * NUL, half a surrogate pair, a text that is too long and none at all, in every field
	 * of every form and every part of every query that a handler names.
	 */
	@Test
	void IN_14_nothingTypedAnywhereBreaksADoor() {
		var asked = Doors.fields(this.house);
		var broken = new ArrayList<String>();
		var step = new Doorstep(this.house);
		asked.forEach((door, fields) -> fields.forEach((field) -> broken.addAll(broken(step, door, field))));

		assertThat(asked.values().stream().mapToInt(Set::size).sum()).isGreaterThan(100);
		assertThat(broken).isEmpty();
	}

	private List<String> broken(Doorstep step, String door, String field) {
		signIn();
		var knock = Doors.knock(door);
		var broken = new ArrayList<String>();
		for (var typed : List.of("a%00b", "a%ED%A0%80b", "x".repeat(9_000), "", "-1")) {
			for (var role : door.contains("/api/")
					? List.of(Role.CASE_SYSTEM, Role.ADMIN_PROGRAM, Role.ONLY_AUDIT, Role.FOR_SECRETARIAT)
					: List.of(Role.APPROVER, Role.SECRETARIAT, Role.ADMIN)) {
				var said = knock.saying(field, typed);
				var status = Objects.requireNonNull(this.knockers.get(role)).knock(said, step);
				if (status >= 500) {
					broken.add("%s %s=%.12s as %s: %d".formatted(door, field, typed, role, status));
				}
			}
		}
		return broken;
	}

	/**
	 * Whoever got in has changed something, so the next one comes to a door of his own.
	 */
	private List<Integer> statuses(String door) {
		var knock = Doors.knock(door);
		var reads = knock.method().equals("GET");
		var statuses = new ArrayList<Integer>();
		signIn();
		var before = reads ? this.untouched : new Doorstep(this.house);
		for (var role : Role.values()) {
			var status = Objects.requireNonNull(this.knockers.get(role)).knock(knock, before);
			statuses.add(status);
			before = (reads || status >= 400) ? before : new Doorstep(this.house);
		}
		return statuses;
	}

	/** All of them again before one is asked to prove himself once more. */
	private void signIn() {
		if (this.signedIn.plus(Duration.ofMinutes(2)).isBefore(Instant.now())) {
			for (var role : Role.values()) {
				this.knockers.put(role, Knocker.of(role, this.house));
			}
			this.signedIn = Instant.now();
		}
	}

	private Set<String> doors() {
		return this.house.doors()
			.stream()
			.flatMap((info) -> Doors.names(info).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, List<Integer>> expected() throws IOException {
		if (Files.notExists(EXPECTED)) {
			return Map.of();
		}
		return Files.readAllLines(EXPECTED)
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split(" *\\| *"))
			.collect(Collectors.toMap((cells) -> cells[1].replace("`", ""),
					(cells) -> Arrays.stream(cells).skip(2).map(Integer::valueOf).toList(), (one, _) -> one,
					TreeMap::new));
	}

	private static String head() {
		return Arrays.stream(Role.values())
			.map((role) -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.collect(Collectors.joining(" | ", "| door | ", " |"));
	}

	private static String table(Map<String, List<Integer>> rows) {
		return rows.entrySet()
			.stream()
			.map((row) -> "| `%s` | %s |".formatted(row.getKey(),
					row.getValue().stream().map(Object::toString).collect(Collectors.joining(" | "))))
			.collect(Collectors.joining("\n", head() + "\n" + "|---".repeat(Role.values().length + 1) + "|\n", "\n"));
	}

}
