package io.countersign.identity;

import java.time.Instant;
import java.util.List;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private static final EmailAddress BO = new EmailAddress("bo@min.example");

	private final People people = new People(TestDatabase.fresh().client(), (event) -> {
	});

	@Test
	void whoHasLeftStaysKnownAndIsInTheDirectoryNoMore() {
		var before = Instant.now().minusSeconds(60);
		learn(ANNA, "oid-anna");

		this.people.left("oid-anna");

		assertThat(this.people.find(ANNA)).get().extracting(Person::inDirectory).isEqualTo(false);
		assertThat(this.people.ofDirectory(List.of(ANNA))).isEmpty();
		assertThat(this.people.findByExternalId("oid-anna")).isEmpty();
		assertThat(this.people.called("Somebody", 5)).isEmpty();
		assertThat(this.people.entries(List.of("oid-anna"))).noneMatch(DirectoryEntry::member);
		assertThat(this.people.findAll(List.of(ANNA), before).values()).singleElement().matches(Person::inDirectory);
		assertThat(this.people.findAll(List.of(ANNA), Instant.now().plusSeconds(60)).values()).singleElement()
			.matches((person) -> !person.inDirectory());
	}

	@Test
	void UI_08_nobodySignsInWithADisabledAccountAndItStaysSomebodyToWriteTo() {
		learn(ANNA, "oid-anna");

		this.people.enabled("oid-anna", false);

		assertThat(this.people.findByExternalId("oid-anna")).isEmpty();
		assertThat(this.people.ofDirectory(List.of(ANNA))).hasSize(1);

		this.people.enabled("oid-anna", true);
		assertThat(this.people.findByExternalId("oid-anna")).isPresent();
	}

	@Test
	void whoComesBackIsInTheDirectoryAgain() {
		learn(ANNA, "oid-anna");
		this.people.left("oid-anna");

		learn(ANNA, "oid-anna");

		assertThat(this.people.findByExternalId("oid-anna")).isPresent();
	}

	@Test
	void RL_09_anAdminMayVouchForWhoHasLeft() {
		learn(ANNA, "oid-anna");
		this.people.put(ANNA, "Anna", Level.MINISTER, null, "an admin");
		this.people.left("oid-anna");
		assertThat(this.people.ofDirectory(List.of(ANNA))).isEmpty();

		this.people.put(ANNA, "Anna", Level.MINISTER, null, "an admin");

		assertThat(this.people.ofDirectory(List.of(ANNA))).hasSize(1);
	}

	@Test
	void whoIsMissingInAWholeWalkHasLeftAndWhoWasNamedByAnAdminHasNot() {
		learn(ANNA, "oid-anna");
		learn(BO, "oid-bo");
		var named = new EmailAddress("named@min.example");
		this.people.put(named, "Named", null, null, "an admin");

		this.people.onlyIn(List.of("oid-bo"));

		assertThat(this.people.ofDirectory(List.of(ANNA, BO, named))).extracting(Person::address)
			.containsExactly(BO, named);
	}

	private void learn(EmailAddress address, String id) {
		this.people.fromDirectory(address, "Somebody", "Minister", "Departementet", id, "Member");
	}

}
