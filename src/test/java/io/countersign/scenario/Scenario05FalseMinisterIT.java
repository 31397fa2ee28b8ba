package io.countersign.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.SECRETARIAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scenario 5: somebody outside writes as the minister. */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario05FalseMinisterIT {

	private static final Correspondent HELLE = Correspondent.of("Helle Nørby", "helle.noerby@min.example");

	private final Office office;

	Scenario05FalseMinisterIT(Office office) {
		this.office = office;
		office.tenant().employ(HELLE, "Direktionssekretær");
	}

	@Test
	void VA_13_aForgedMinisterChangesNothingAndOnlyTheSecretariatHearsOfItOnce() {
		var request = asked();
		var before = this.office.caseOf(request);
		var sent = this.office.answers().size();

		var failed = forged(request,
				(mail) -> mail
					.header("Authentication-Results: spf=fail (sender IP is 203.0.113.66)"
							+ " smtp.mailfrom=min.example; dkim=none (message not signed) header.d=none;"
							+ " dmarc=fail action=none header.from=min.example; compauth=fail reason=000")
					.header(outside()));
		var vouchedByNobody = forged(request, (mail) -> mail.header(outside())
			.header("Authentication-Results: mail.evil.example; spf=pass smtp.mailfrom=min.example;"
					+ " dkim=pass header.d=min.example; dmarc=pass header.from=min.example; compauth=pass reason=100")
			.header("X-MS-Exchange-Organization-AuthAs: Internal"));

		for (var mail : List.of(failed, vouchedByNobody)) {
			assertThat(this.office.message(mail).path("reason").asString()).startsWith("It was refused:");
		}
		assertThat(this.office.caseOf(request)).isEqualTo(before);
		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.answers().size() > sent);
		assertThat(this.office.answers().subList(sent, this.office.answers().size())).singleElement()
			.satisfies((alert) -> assertThat(alert)
				.containsPattern("(?im)^To:[^\n]*%s".formatted(SECRETARIAT.address().replace(".", "\\.")))
				.doesNotContainPattern("(?im)^(To|Cc):[^\n]*(anna|evil)"));
		assertThat(events("/cases/%s/events".formatted(before.path("id").asString())))
			.filteredOn((type) -> type.contains("mail.refused"))
			.hasSize(2);
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(
					() -> assertThat(events("/events")).anyMatch((type) -> type.contains("security.reply_refused")));
	}

	@Test
	void VA_19_itTakesTwoOfTheSecretariatToSeeItOnTheCaseAndItDecidesNothingThere() {
		var request = asked();
		var forged = forged(request, (mail) -> mail.header(outside()));
		var door = "/quarantine/%s/release".formatted(this.office.message(forged).path("id").asString());
		var eva = visitor(EVA);
		assertThat(visitor(ANNA).sends(door, "")).as("whose name it bears").isEqualTo(404);
		assertThat(visitor(BO).sends(door, "")).isEqualTo(404);

		eva.sends(door, "");
		eva.sends(door, "");
		assertThat(this.office.caseOf(request).path("messages")).as("one person is not two").hasSize(1);
		visitor(HELLE).sends(door, "");

		var opened = this.office.caseOf(request);
		assertThat(opened.path("messages")).hasSize(2);
		assertThat(opened.path("verdicts")).isEmpty();
		assertThat(opened.path("state").asString()).isEqualTo("waiting");
		assertThat(opened.path("asks").get(0).path("state").asString()).isEqualTo("open");
		assertThat(this.office.message(forged).path("reason").asString()).contains("it decides nothing");
		this.office.product().post("/rejudgements", Map.of(), UUID.randomUUID().toString());
		assertThat(this.office.caseOf(request).path("verdicts")).as("however often it is judged").isEmpty();
	}

	private Letter asked() {
		var request = Letter
			.of(DAN, List.of(ANNA), "Svar til Folketinget " + UUID.randomUUID().toString().substring(0, 8),
					"Kære Anna\n\nKan du godkende vedlagte udkast?\n\nHilsen Dan", now())
			.with("udkast.txt", "Udkast " + UUID.randomUUID());
		this.office.tenant().send(request);
		this.office.settles(request);
		// Its file is read beside it.
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.office.caseOf(request).at("/documents/0/text/state").asString().equals("read"));
		return request;
	}

	/**
	 * An outside server sends it with the thread's own headers; it lies in no mailbox of
	 * hers.
	 */
	private Letter forged(Letter request, UnaryOperator<Letter> stamped) {
		var forged = stamped.apply(request.answeredBy(ANNA, "Godkendt\n\nAnna" + request.quoted(), now())
			.header("Reply-To: thief@evil.example")
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date()));
		this.office.tenant().place(DAN, "inbox", forged.bytes(), Instant.now());
		this.office.settles(forged);
		await().atMost(Duration.ofSeconds(90)).until(() -> isOnTheReviewList(forged));
		return forged;
	}

	private boolean isOnTheReviewList(Letter letter) {
		var id = this.office.message(letter).path("id");
		return this.office.product().all("/reviews").stream().anyMatch((one) -> one.path("message").equals(id));
	}

	private static String outside() {
		return "Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date();
	}

	private List<String> events(String path) {
		return this.office.product().all(path).stream().map((event) -> event.path("type").asString()).toList();
	}

	private Visitor visitor(Correspondent person) {
		return Visitor.of(this.office.product().uri(), person, "da");
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

}
