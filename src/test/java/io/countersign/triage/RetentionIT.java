package io.countersign.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Regroupings;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.identity.CurrentPerson;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;
import io.countersign.protection.LegalHolds;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** How long what is over is kept, and what keeps it longer. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class RetentionIT {

	private final Bureau office;

	private final Purges purges;

	RetentionIT(Bureau office) {
		this.office = office;
		this.purges = office.bean(Purges.class);
	}

	@Test
	void DP_01_whatIsOverForLongEnoughIsShownWithWhatWouldGoAndNothingGoes() {
		var id = closed();
		var files = this.office.bean(JdbcClient.class)
			.sql("select count(*) from message_file f join case_message m on m.message = f.message where case_id = ?")
			.param(id.value())
			.query(Integer.class)
			.single();

		assertThat(retention(Period.ofYears(5), Duration.ofDays(5 * 365 - 10)).find(id)).isEmpty();
		var expired = retention(Period.ofYears(5), Duration.ofDays(5 * 365 + 10)).find(id).orElseThrow();

		assertThat(expired.mails()).isOne();
		assertThat(expired.files()).isEqualTo(files - 1);
		assertThat(expired.bytes()).isPositive();
		assertThat(expired.wanted()).isFalse();
		assertThat(expired.hold()).isEmpty();
		assertThat(expired.since()).isAfter(expired.over());
		assertThat(this.office.types(id)).doesNotContain("case.purged", "purge.wanted");
	}

	@Test
	void DP_01_eachCategoryHasItsOwnTimeAndWhatHasNoneIsKept() {
		var id = closed();
		var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
		var type = this.office.bean(Cases.class).get(id).type();
		var named = new RetentionProperties(null,
				List.of(new RetentionProperties.Category(type.toUpperCase(Locale.ROOT), Period.ofYears(1))));

		assertThat(retention(named, later).find(id)).isPresent();
		assertThat(retention(new RetentionProperties(null, List.of()), later).find(id)).isEmpty();
	}

	@Test
	void DP_01_whatTwoPeopleHavePurgedIsNoLongerShown() {
		var id = closed();
		var retention = retention(Period.ofDays(1), Duration.ofDays(2));

		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();
		assertThat(retention.find(id).orElseThrow().wanted()).isTrue();
		assertThat(this.purges.purge(id, this.office.person(FINN))).isZero();

		assertThat(retention.find(id)).isEmpty();
		assertThat(retention.after("", 1000)).extracting(Expired::caseId).doesNotContain(id);
	}

	@Test
	void DP_01_theReportSaysOfEachCaseWhatWentAndWhyAnotherStays() {
		var going = closed();
		var held = closed();
		var young = new CaseId("cs_none");
		hold("report-" + held, Map.of("case", held.value(), "why", "Aktindsigt", "until", "2099-01-01T00:00:00Z"));
		var named = new RetentionController.Named(Stream.of(going, held, young).map(CaseId::value).toList());

		assertThat(asked(EVA, named)).extracting(RetentionController.Purged::missing).containsExactly(1, 1, 1);
		var report = this.office.bean(TransactionTemplate.class).execute((_) -> asked(FINN, named));

		assertThat(report).extracting(RetentionController.Purged::missing).containsExactly(0, 1, 1);
		assertThat(report).extracting(RetentionController.Purged::mails).containsExactly(1, 0, 0);
		assertThat(report.getFirst().reason()).isNull();
		assertThat(report.get(1).reason()).contains("Aktindsigt");
		assertThat(report.get(2).reason()).contains("Its time is not over");
		assertThat(this.office.types(going)).contains("case.purged");
		assertThat(this.office.types(held)).doesNotContain("case.purged", "purge.wanted");
		this.office.api().delete("/holds/report-" + held);
	}

	private List<RetentionController.Purged> asked(Correspondent who, RetentionController.Named named) {
		var caller = mock(CurrentPerson.class);
		when(caller.find()).thenReturn(Optional.of(this.office.person(who)));
		return new RetentionController(retention(Period.ofDays(1), Duration.ofDays(2)), this.purges, caller)
			.purge(named)
			.cases();
	}

	@Test
	void DP_02_aHoldOnACaseKeepsItFromTwoPeopleUntilItIsLifted() {
		var id = closed();
		var hold = "sag-" + id.value();
		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();
		hold(hold, Map.of("case", id.value(), "why", "Aktindsigt 2026-77", "until", "2099-01-01T00:00:00Z"));

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.purges.purge(id, this.office.person(FINN)))
			.withMessageContaining(hold)
			.withMessageContaining("2099-01-01")
			.withMessageContaining("Aktindsigt 2026-77");
		assertThat(retention(Period.ofDays(1), Duration.ofDays(2)).find(id).orElseThrow().hold())
			.hasValueSatisfying((sentence) -> assertThat(sentence).contains("Aktindsigt 2026-77"));
		this.office.api().delete("/holds/" + hold);

		assertThat(this.purges.purge(id, this.office.person(FINN))).isZero();
		assertThat(this.office.bean(JdbcClient.class)
			.sql("select type from entry where stream = ? order by sequence")
			.param("hold/" + hold)
			.query(String.class)
			.list()).containsExactly("hold.set", "hold.lifted");
	}

	@Test
	void DP_02_aHoldOnAPersonKeepsTheCasesHeHasAPartInAndNoOthers() {
		var id = closed();
		var hold = "person-" + id.value();
		hold(hold, Map.of("person", FINN.address(), "why", "Retssag", "until", "2099-01-01T00:00:00Z"));
		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();

		hold(hold + "-2", Map.of("person", BO.address().toUpperCase(Locale.ROOT), "why", "Retssag", "until",
				"2099-01-01T00:00:00Z"));
		try {
			assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.purges.purge(id, this.office.person(FINN)));
			assertThat(this.office.bean(Documents.class).find(raw(id))).isPresent();
		}
		finally {
			this.office.api().delete("/holds/" + hold);
			this.office.api().delete("/holds/" + hold + "-2");
		}
	}

	@Test
	void DP_02_aMailOnTheReviewListThatNamesAPersonUnderHoldIsNotDismissed() {
		var message = new MessageId(this.office.message(this.office.asked()).path("id").asString());
		var holds = this.office.bean(LegalHolds.class);
		assertThat(holds.ofMessage(message.value())).isEmpty();
		hold("mail-" + message, Map.of("person", DAN.address(), "why", "Retssag", "until", "2099-01-01T00:00:00Z"));
		try {
			assertThat(holds.ofMessage(message.value())).isPresent();
			assertThatExceptionOfType(Conflict.class)
				.isThrownBy(() -> this.office.bean(Reviews.class).dismiss(message, "eva"));
		}
		finally {
			this.office.api().delete("/holds/mail-" + message);
		}
	}

	/** It ends by itself. */
	@Test
	void DP_02_aHoldThatIsOverKeepsNothing() {
		var id = closed();
		hold("over-" + id, Map.of("case", id.value(), "why", "Kort", "until", Instant.now().plusSeconds(2).toString()));
		assertThat(this.office.bean(LegalHolds.class).of(id)).isPresent();

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.bean(LegalHolds.class).of(id).isEmpty());

		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();
	}

	private void hold(String id, Map<String, ?> hold) {
		this.office.api().put("/holds/" + id, hold);
	}

	private Retention retention(Period period, Duration later) {
		return retention(new RetentionProperties(period, List.of()), Clock.offset(Clock.systemUTC(), later));
	}

	private Retention retention(RetentionProperties periods, Clock clock) {
		return new Retention(this.office.bean(JdbcClient.class), periods, this.office.bean(LegalHolds.class),
				this.office.bean(TriageProperties.class), clock);
	}

	private CaseId closed() {
		var letter = Letter
			.of(DAN, List.of(BO), "Arkivsag " + UUID.randomUUID(),
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan", Bureau.now())
			.with("notat.txt", "Notat " + UUID.randomUUID());
		this.office.control().send(letter);
		await().atMost(Duration.ofSeconds(60)).until(() -> this.office.message(letter).path("case").isString());
		var id = new CaseId(this.office.message(letter).path("case").asString());
		this.office.bean(Regroupings.class).close(id, this.office.person(EVA).id());
		return id;
	}

	private DocumentId raw(CaseId id) {
		return this.office.bean(JdbcClient.class)
			.sql("select raw from message m join case_message j on j.message = m.id where j.case_id = ?")
			.param(id.value())
			.query((row, _) -> DocumentId.of(row.getBytes(1)))
			.single();
	}

}
