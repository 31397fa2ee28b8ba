package io.countersign.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.journal.Mode;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is away, and for how long that is remembered. */
class AbsencesTests {

	private static final EmailAddress BO = new EmailAddress("bo.lind@min.example");

	private static final EmailAddress CLARA = new EmailAddress("clara.juhl@min.example");

	private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final List<Object> events = new ArrayList<>();

	private final Absences absences = new Absences(this.database, this.events::add);

	private final Instant now = this.database.sql("select now()")
		.query(OffsetDateTime.class)
		.single()
		.toInstant()
		.truncatedTo(ChronoUnit.MICROS);

	@Test
	void itIsKnownUntilItsLastDayIsOverAndThenForgotten() {
		var absence = absence(FRIDAY, "msg_1", this.now);
		this.absences.note(absence, Mode.LIVE);
		assertThat(this.absences.findAll(List.of(BO, CLARA))).containsOnlyKeys(BO).containsValue(absence);

		this.database.sql("update absence set ends_at = now() - interval '1 second'").update();

		assertThat(this.absences.findAll(List.of(BO))).isEmpty();
		this.absences.note(new Absence(CLARA, FRIDAY, this.now.plusSeconds(60), Optional.empty(), Optional.empty(),
				"msg_2", "Jeg er på ferie", this.now), Mode.LIVE);
		assertThat(this.database.sql("select person from absence").query(String.class).list())
			.containsExactly(CLARA.value());
	}

	@Test
	void whatIsOverWhenItIsReadIsNeverKnown() {
		this.absences.note(new Absence(BO, FRIDAY, this.now.minusSeconds(1), Optional.empty(), Optional.empty(),
				"msg_1", "Jeg var på ferie", this.now), Mode.BACKFILL);

		assertThat(this.database.sql("select count(*) from absence").query(Long.class).single()).isZero();
		assertThat(this.events).isEmpty();
	}

	@Test
	void theSameWordsToEverybodyWhoWritesAreOneFact() {
		for (var mail = 1; mail <= 3; mail++) {
			this.absences.note(absence(FRIDAY, "msg_" + mail, this.now.plusSeconds(mail)), Mode.LIVE);
		}

		assertThat(this.events).singleElement()
			.satisfies((event) -> assertThat(((AbsenceNoted) event).key()).isEqualTo("away/msg_1"));
	}

	@Test
	void theMailThatCameLastCountsWhateverIsReadLast() {
		this.absences.note(absence(FRIDAY.plusDays(3), "msg_later", this.now), Mode.LIVE);
		this.absences.note(absence(FRIDAY, "msg_earlier", this.now.minus(Duration.ofDays(2))), Mode.LIVE);

		assertThat(this.absences.findAll(List.of(BO)).values()).singleElement()
			.satisfies((absence) -> assertThat(absence.message()).isEqualTo("msg_later"));

		this.absences.note(absence(FRIDAY.minusDays(1), "msg_last", this.now.plusSeconds(5)), Mode.LIVE);

		assertThat(this.absences.findAll(List.of(BO)).values()).singleElement()
			.satisfies((absence) -> assertThat(absence.lastDay()).isEqualTo(FRIDAY.minusDays(1)));
	}

	@Test
	void theJournalKeepsTheDaysAndNotTheWords() {
		this.absences.note(absence(FRIDAY, "msg_1", this.now), Mode.LIVE);

		assertThat(this.events).singleElement().satisfies((event) -> {
			var noted = (AbsenceNoted) event;
			assertThat(noted.stream()).isEqualTo("person/" + People.id(BO));
			assertThat(noted.data().toString()).contains("2026-12-04", "msg_1", CLARA.value()).doesNotContain("ferie");
		});
	}

	@Test
	void onlyWhoeverIsAwayNowAndNamesOnePersonProposesSomebody() {
		this.absences.note(absence(FRIDAY, "msg_1", this.now), Mode.LIVE);
		this.absences.note(new Absence(CLARA, FRIDAY, this.now.plusSeconds(60), Optional.of("Bo"), Optional.empty(),
				"msg_2", "Spørg Bo", this.now), Mode.LIVE);
		assertThat(this.absences.proposing(10)).extracting(Absence::person).containsExactly(BO);

		this.database.sql("update absence set ends_at = now() - interval '1 second'").update();

		assertThat(this.absences.proposing(10)).isEmpty();
	}

	@Test
	void aNameOfTwoPeopleIsFoundTwice() {
		var people = new People(this.database, this.events::add);
		for (var name : List.of("Clara Juhl", "Clara Holst", "Claraline Bro", "Dan Clara")) {
			people.put(new EmailAddress(name.toLowerCase().replace(' ', '.') + "@min.example"), name, null, null,
					"a test");
		}

		assertThat(people.called("clara", 5)).extracting(Person::displayName)
			.containsExactly("Clara Holst", "Clara Juhl");
		assertThat(people.called("Clara Juhl", 5)).hasSize(1);
		assertThat(people.called("Clar", 5)).isEmpty();
		assertThat(people.called("%", 5)).isEmpty();
		assertThat(people.called("' or true --", 5)).isEmpty();
	}

	private Absence absence(LocalDate lastDay, String message, Instant received) {
		return new Absence(BO, lastDay, this.now.plus(Duration.ofDays(9)), Optional.of("Clara"), Optional.of(CLARA),
				message, "Jeg er på ferie til 4/12.", received);
	}

}
