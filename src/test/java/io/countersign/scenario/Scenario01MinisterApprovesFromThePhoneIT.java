package io.countersign.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.SECRETARIAT;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 1: a minister's answer is approved from the phone. */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario01MinisterApprovesFromThePhoneIT {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final String DRAFT = "Udkast til svar på spørgsmål S 412";

	private static final String REPLY = "Godkendt - men ret venligst stavefejlen i afsnit 2. Anna";

	@Test
	void theReplyOfThePhoneIsAVerdictWithItsConditionAndOneReceipt(Office office) {
		var now = ZonedDateTime.now(COPENHAGEN);
		var request = Letter
			.of(DAN, List.of(BO, ANNA), "Udkast til svar på § 20-spørgsmål S 412, frist fredag kl. 12",
					"Kære Anna og Bo\n\nHermed udkast til svar på § 20-spørgsmål S 412 til godkendelse. "
							+ "Frist fredag kl. 12.\n\nVenlig hilsen\nDan",
					now)
			.copyTo(SECRETARIAT)
			.with("svar_v1.docx", DRAFT);
		office.tenant().send(request);
		office.settles(request);
		var mailbox = office.tenant().snapshot(ANNA);

		var reply = request.answeredBy(ANNA, REPLY + "\n\nSendt fra Outlook til iOS" + request.quoted(),
				ZonedDateTime.now(COPENHAGEN));
		office.tenant().send(reply);
		office.settles(request, reply);

		var decided = office.caseOf(request);
		assertThat(decided.path("type").asString()).isEqualTo("ministersvar");
		assertThat(ZonedDateTime.parse(decided.path("deadline").path("at").asString()).toInstant())
			.isEqualTo(fridayNoon(now).toInstant());
		assertThat(decided.path("verdicts")).hasSize(1);
		var verdict = decided.path("verdicts").get(0);
		assertThat(verdict.path("outcome").asString()).isEqualTo("APPROVED_WITH_CONDITIONS");
		assertThat(verdict.path("conditions")).hasSize(1);
		assertThat(verdict.path("conditions").get(0).asString()).contains("stavefejlen i afsnit 2");
		assertThat(verdict.path("state").asString()).isEqualTo("ACTIVE");
		assertThat(verdict.path("authenticity").path("level").asString()).isEqualTo("A3");
		assertThat(verdict.path("evidence").path("quote").asString()).isNotBlank().isSubstringOf(REPLY);
		assertThat(verdict.path("documents").valueStream().map((hash) -> hash.asString()))
			.anyMatch((hash) -> hash.contains(Office.sha256(DRAFT)));
		assertThat(office.answersTo(request)).hasSize(1);
		assertThat(office.tenant().snapshot(ANNA)).containsAllEntriesOf(mailbox);
	}

	/** On a Friday, "Friday" is the next one. */
	private static ZonedDateTime fridayNoon(ZonedDateTime sent) {
		return sent.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)).with(LocalTime.NOON);
	}

}
