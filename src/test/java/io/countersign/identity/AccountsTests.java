package io.countersign.identity;

import java.util.ArrayList;
import java.util.List;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsTests {

	private static final Account ANNA = new Account("https://login.example/v2.0", "s-anna");

	private final List<Object> events = new ArrayList<>();

	private final Accounts accounts = new Accounts(TestDatabase.fresh().client(), this.events::add);

	@Test
	void UI_08_anAccountStaysWithThePersonItWasLinkedToFirst() {
		assertThat(this.accounts.link(ANNA, "oid-anna")).isTrue();
		assertThat(this.accounts.link(ANNA, "oid-anna")).isTrue();
		assertThat(this.accounts.link(ANNA, "oid-bo")).as("the same account for another").isFalse();

		assertThat(this.accounts.directoryId(ANNA)).contains("oid-anna");
		assertThat(this.events).hasOnlyElementsOfType(AccountLinked.class).hasSize(1);
	}

	@Test
	void UI_08_aPersonIsNotTakenOverByAnotherAccount() {
		this.accounts.link(ANNA, "oid-anna");

		assertThat(this.accounts.link(new Account(ANNA.issuer(), "s-eve"), "oid-anna")).isFalse();

		assertThat(this.accounts.directoryId(new Account(ANNA.issuer(), "s-eve"))).isEmpty();
	}

	@Test
	void UI_08_theSameSubjectOfAnotherIssuerIsSomebodyElse() {
		this.accounts.link(ANNA, "oid-anna");

		assertThat(this.accounts.directoryId(new Account("https://evil.example/v2.0", "s-anna"))).isEmpty();
	}

}
