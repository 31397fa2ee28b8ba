package io.countersign.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.SECRETARIAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenario 8, what happens in Teams: an answer in a chat decides where the chat is bound
 * to the request, and is asked about where it is not.
 */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario08ChatIT {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Office office;

	private final Visitor anna;

	Scenario08ChatIT(Office office) {
		this.office = office;
		for (var person : List.of(ANNA, DAN)) {
			office.product()
				.put("/watches/" + person.address(),
						Map.of("folders", List.of("inbox", "sentitems", "chats"), "mode", "read-only"));
		}
		this.anna = Visitor.of(office.product().uri(), ANNA, "da");
	}

	@Test
	void VA_22_anOkRightBehindTheQuestionDecidesAndAnEditAndADeletionAreTold() {
		var request = asked();
		var chat = this.office.tenant().chat("", ANNA, DAN, CLARA);
		var question = says(chat, DAN, "Anna, kan du godkende %s?".formatted(tag(request)));
		var answer = says(chat, ANNA, "ok");
		var verdict = verdict(request, "ACTIVE");

		assertThat(verdict.path("outcome").asString()).isEqualTo("APPROVED");
		assertThat(verdict.path("method").asString()).isEqualTo("chat");
		assertThat(verdict.path("authenticity").path("level").asString()).isEqualTo("A3");
		assertThat(verdict.path("decidedFor").path("address").asString()).isEqualTo(ANNA.address());
		await().atMost(PATIENCE).until(() -> this.office.answersTo(request).size() == 1);
		this.office.tenant().react(chat, question, CLARA);
		await().atMost(PATIENCE).until(() -> isLeft("reactions"));
		assertThat(this.office.caseOf(request).path("verdicts")).hasSize(1);

		this.office.tenant().edit(chat, answer, "nej");
		await().atMost(PATIENCE).until(() -> change(request).equals("edited"));

		var changed = verdict(request, "ACTIVE");
		assertThat(changed.path("outcome").asString()).isEqualTo("APPROVED");
		assertThat(changed.path("comment").asString()).isEqualTo("ok");
		assertThat(changed.path("evidence")).isEqualTo(verdict.path("evidence"));
		await().atMost(PATIENCE).until(() -> alerts(request) == 1);
		var page = "/cases/" + this.office.caseOf(request).path("id").asString();
		assertThat(this.anna.page(page)).contains("Beskeden i Teams er rettet siden", ">ok</q>", "nej");
		assertThat(Visitor.of(this.office.product().uri(), DAN, "en").page(page))
			.contains("The Teams message has been changed since");

		this.office.tenant().delete(chat, answer);
		await().atMost(PATIENCE).until(() -> change(request).equals("deleted"));
		assertThat(verdict(request, "ACTIVE").path("outcome").asString()).isEqualTo("APPROVED");
		await().atMost(PATIENCE).until(() -> this.office.product().status().path("pending").asLong() == 0);
		assertThat(alerts(request)).as("told once").isEqualTo(1);
		var report = this.office.product().post("/rejudgements", Map.of(), UUID.randomUUID().toString());
		assertThat(report.path("different")).isEmpty();
	}

	@Test
	void VA_22_anOkBehindOtherTalkIsAskedAboutByMail() {
		var request = asked();
		var chat = this.office.tenant().chat("", ANNA, DAN);
		says(chat, DAN, "Anna, kan du godkende %s?".formatted(tag(request)));
		says(chat, DAN, "Og skal vi spise frokost kl. 12?");
		says(chat, ANNA, "ok");

		var held = verdict(request, "HELD");

		assertThat(held.path("method").asString()).isEqualTo("chat");
		assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("waiting");
		await().atMost(PATIENCE).until(() -> this.office.answersTo(request).size() == 1);
		assertThat(this.office.answersTo(request).getFirst())
			.containsPattern("(?im)^To:[^\n]*anna\\.holm@min\\.example")
			.contains("countersign.ask.");
	}

	@Test
	void VA_22_whoOnlyBearsHerNameDecidesNothing() {
		var request = asked();
		var chat = this.office.tenant().chat("", ANNA, DAN);
		says(chat, DAN, "Anna, kan du godkende %s?".formatted(tag(request)));
		var words = "Godkendt " + tag(request);
		this.office.tenant()
			.say(chat,
					Map.of("text", words, "from",
							Map.of("id", UUID.randomUUID().toString(), "displayName", "Anna Holm", "email",
									ANNA.address() + ".evil", "userIdentityType", "federatedUser", "tenantId",
									"evil")));
		this.office.tenant()
			.say(chat, Map.of("text", words, "from",
					Map.of("application", Map.of("id", UUID.randomUUID().toString(), "displayName", "Anna Holm"))));

		await().atMost(PATIENCE).until(() -> isLeft("A program wrote it."));
		await().atMost(PATIENCE)
			.until(() -> this.office.product()
				.all("/reviews")
				.stream()
				.anyMatch((one) -> one.toString().contains("not known as somebody of the case")));
		assertThat(this.office.caseOf(request).path("verdicts")).isEmpty();
		assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("waiting");
	}

	private Letter asked() {
		var request = Letter.of(DAN, List.of(ANNA), "Svar til udvalget " + UUID.randomUUID().toString().substring(0, 8),
				"Kære Anna\n\nKan du godkende, at vi svarer udvalget i morgen?\n\nHilsen Dan",
				ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
		this.office.tenant().send(request);
		this.office.settles(request);
		return request;
	}

	private String says(String chat, Correspondent author, String words) {
		return this.office.tenant().say(chat, Map.of("from", author.address(), "text", words));
	}

	private String tag(Letter request) {
		return "[%s]".formatted(this.office.caseOf(request).path("number").asString());
	}

	private JsonNode verdict(Letter request, String state) {
		await().atMost(PATIENCE)
			.until(() -> this.office.caseOf(request)
				.path("verdicts")
				.valueStream()
				.anyMatch((one) -> one.path("state").asString().equals(state)));
		return this.office.caseOf(request).path("verdicts").get(0);
	}

	private String change(Letter request) {
		return this.office.caseOf(request).at("/verdicts/0/sourceChange/change").asString("");
	}

	private boolean isLeft(String reason) {
		return this.office.product()
			.all("/messages?state=ignored")
			.stream()
			.anyMatch((one) -> one.path("reason").asString().contains(reason));
	}

	/** Told to whoever wants the decision and to the secretariat, and to nobody else. */
	private long alerts(Letter request) {
		return this.office.answersTo(request)
			.stream()
			.filter((mail) -> mail.toLowerCase().contains(SECRETARIAT.address())
					&& mail.toLowerCase().contains(DAN.address()))
			.count();
	}

}
