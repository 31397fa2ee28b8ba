package io.countersign.identity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.countersign.journal.Journaled;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may answer for whom, until when, and what the journal has of it. */
class MandatesTests {

	private static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	private static final EmailAddress BO = new EmailAddress("bo.lind@min.example");

	private static final EmailAddress EVA = new EmailAddress("eva.skov@min.example");

	private final JdbcClient database = TestDatabase.fresh().client();

	private final List<Journaled> events = new ArrayList<>();

	private final Mandates mandates = new Mandates(this.database, (event) -> this.events.add((Journaled) event));

	private final Instant now = this.database.sql("select now()")
		.query(OffsetDateTime.class)
		.single()
		.toInstant()
		.truncatedTo(ChronoUnit.MICROS);

	@Test
	void VA_09_aWithdrawnMandateRunsNoLonger() {
		put("running", ANNA, EVA, -1, 5);

		assertThat(this.mandates.withdraw("running", "p_ada")).isTrue();

		assertThat(this.mandates.of(EVA)).singleElement().satisfies((mandate) -> {
			assertThat(mandate.to()).as("also for mail of this very second, whose time is told without fractions")
				.isEqualTo(mandate.to().truncatedTo(ChronoUnit.SECONDS))
				.isBeforeOrEqualTo(Instant.now());
			assertThat(mandate.from()).isEqualTo(days(-1));
		});
		assertThat(this.mandates.current(null, 10)).isEmpty();
		assertThat(this.mandates.ended(null, 10)).extracting(Mandate::id).containsExactly("running");
	}

	@Test
	void VA_09_aMandateThatIsWithdrawnBeforeItBeginsNeverRuns() {
		put("coming", ANNA, EVA, 3, 5);

		assertThat(this.mandates.withdraw("coming", "p_ada")).isTrue();

		assertThat(this.mandates.of(EVA)).singleElement()
			.satisfies((mandate) -> assertThat(mandate.to()).isEqualTo(mandate.from()).isEqualTo(days(3)));
		assertThat(this.mandates.current(null, 10)).isEmpty();
		assertThat(this.mandates.ended(null, 10)).hasSize(1);
		assertThat(this.mandates.end("coming", days(9), "p_ada")).as("it is over for good").isFalse();
	}

	@Test
	void anotherEndIsAnotherEntryOfTheSameStreamAndTheSameEndIsNone() {
		put("running", ANNA, EVA, -1, 5);

		assertThat(this.mandates.end("running", days(2), "p_ada")).isTrue();
		assertThat(this.mandates.end("running", days(2), "p_bea")).isTrue();

		assertThat(this.mandates.find("running").orElseThrow().to()).isEqualTo(days(2));
		assertThat(this.events).extracting(Journaled::type).containsExactly("mandate.set", "mandate.set");
		assertThat(this.events).extracting(Journaled::actor).containsExactly("test", "p_ada");
		assertThat(this.events).extracting(Journaled::stream).containsOnly("mandate/running");
		assertThat(this.events.getLast().data().get("to")).isEqualTo(days(2).toString());
	}

	@Test
	void whatIsOverIsNeitherChangedNorWithdrawnAgain() {
		put("over", ANNA, EVA, -5, -1);
		this.events.clear();

		assertThat(this.mandates.end("over", days(9), "p_ada")).isFalse();
		assertThat(this.mandates.withdraw("over", "p_ada")).isFalse();
		assertThat(this.mandates.withdraw("nothing", "p_ada")).isFalse();

		assertThat(this.events).isEmpty();
		assertThat(this.mandates.find("over").orElseThrow().to()).isEqualTo(days(-1));
	}

	@Test
	void theJournalSaysWhoTookWhatBack() {
		put("running", ANNA, EVA, -1, 5);
		this.mandates.withdraw("running", "p_ada");

		assertThat(this.events.getLast()).satisfies((entry) -> {
			assertThat(entry.type()).isEqualTo("mandate.withdrawn");
			assertThat(entry.actor()).isEqualTo("p_ada");
			assertThat(entry.data().get("principal")).isEqualTo(ANNA.value());
			assertThat(entry.data().get("delegate")).isEqualTo(EVA.value());
		});
	}

	@Test
	void whatRunsAndWhatIsToComeIsToldApartFromWhatIsOverAndByWhoseItIs() {
		put("running", ANNA, EVA, -1, 5);
		put("coming", BO, EVA, 3, 5);
		put("over", ANNA, BO, -5, -1);
		put("long over", ANNA, BO, -9, -8);

		assertThat(names(this.mandates.current(null, 10))).containsExactly("running", "coming");
		assertThat(names(this.mandates.ended(null, 10))).containsExactly("over", "long over");
		assertThat(names(this.mandates.current(BO, 10))).containsExactly("coming");
		assertThat(names(this.mandates.ended(ANNA, 1))).containsExactly("over");
		assertThat(names(this.mandates.ended(EVA, 10))).isEmpty();
	}

	private void put(String id, EmailAddress principal, EmailAddress delegate, int from, int to) {
		this.mandates.put(new Mandate(id, principal, delegate, days(from), days(to), List.of("presse"),
				new BigDecimal("250000"), "DKK"), "test");
	}

	private Instant days(int number) {
		return this.now.plus(Duration.ofDays(number));
	}

	private static List<String> names(List<Mandate> mandates) {
		return mandates.stream().map(Mandate::id).toList();
	}

}
