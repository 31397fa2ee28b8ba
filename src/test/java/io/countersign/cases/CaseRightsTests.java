package io.countersign.cases;

import java.util.List;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class CaseRightsTests {

	private static final CaseId PRESS = new CaseId("cs_press");

	private static final CaseId BUDGET = new CaseId("cs_budget");

	private final JdbcClient database = TestDatabase.fresh().client();

	private final CaseRights rights = new CaseRights(this.database);

	@BeforeEach
	void cases() {
		aCase("cs_press", "pressesag", "holder@min.example");
		aCase("cs_budget", "budgetnotat", null);
		this.database.sql("insert into participant values ('cs_press', 'cc@min.example', 'C C', 'INFORMED', 1)")
			.update();
		this.database
			.sql("""
					insert into ask values ('ask_1', 'cs_press', 'msg_1', null, 'anna@min.example', 1, '{}', 'x', 'OPEN', now()),
						('ask_2', 'cs_budget', 'msg_2', null, 'anna@min.example', 1, '{}', 'x', 'OPEN', now())
					""")
			.update();
		this.database.sql(
				"insert into task (id, case_id, assignee, description, state) values ('t', 'cs_press', 'karen@min.example', 'x', 'OPEN')")
			.update();
	}

	@Test
	void UI_09_whoeverHasAPartInACaseSeesItAndNobodyElse() {
		for (var part : List.of("holder", "cc", "anna", "karen")) {
			assertThat(this.rights.maySee(eyes(part), PRESS)).as(part).isTrue();
		}
		assertThat(this.rights.maySee(eyes("finn"), PRESS)).isFalse();
		assertThat(this.rights.maySee(eyes("cc"), BUDGET)).isFalse();
		assertThat(this.rights.maySee(eyes("anna"), new CaseId("cs_none"))).isFalse();
	}

	@Test
	void UI_09_aRoleThatSeesEverythingSeesWhatThereIs() {
		var secretary = new Clearance(new EmailAddress("eva@min.example"), true);

		assertThat(this.rights.maySee(secretary, BUDGET)).isTrue();
		assertThat(this.rights.maySee(secretary, new CaseId("cs_none"))).isFalse();
	}

	@Test
	void UI_09_aMandateShowsTheKindOfCasesItIsForAsLongAsItRuns() {
		mandate("now() - interval '1 day'", "now() + interval '1 day'", "{Pressesag}");
		assertThat(this.rights.maySee(eyes("eva"), PRESS)).isTrue();
		assertThat(this.rights.maySee(eyes("eva"), BUDGET)).as("another kind").isFalse();

		mandate("now() - interval '2 days'", "now() - interval '1 day'", "{}");
		assertThat(this.rights.maySee(eyes("eva"), PRESS)).as("it has run out").isFalse();

		mandate("now() - interval '1 day'", "now() + interval '1 day'", "{}");
		assertThat(this.rights.maySee(eyes("eva"), BUDGET)).as("for every kind").isTrue();
	}

	@Test
	void UI_09_aChangeIsToldToWhomOneOfTheCasesConcerns() {
		assertThat(this.rights.maySeeOneOf(eyes("cc"), List.of(PRESS, BUDGET))).isTrue();
		assertThat(this.rights.maySeeOneOf(eyes("cc"), List.of(BUDGET))).isFalse();
		assertThat(this.rights.maySeeOneOf(eyes("cc"), List.of())).isFalse();
	}

	private void mandate(String from, String to, String categories) {
		this.database.sql("delete from mandate").update();
		this.database.sql("""
				insert into mandate (id, principal, delegate, valid_from, valid_to, categories)
				values ('m', 'anna@min.example', 'eva@min.example', %s, %s, '%s')
				""".formatted(from, to, categories)).update();
	}

	private void aCase(String id, String type, @Nullable String holder) {
		this.database.sql("""
				insert into case_file (id, number, title, type, language, state, holder, holder_since, opened_by, mode,
					opened_at, changed_at)
				values (:id, :id, :id, :type, 'da', 'WAITING', :holder, now(), :id, 'LIVE', now(), now())
				""").param("id", id).param("type", type).param("holder", holder).update();
	}

	private static Clearance eyes(String name) {
		return new Clearance(new EmailAddress(name + "@min.example"), false);
	}

}
