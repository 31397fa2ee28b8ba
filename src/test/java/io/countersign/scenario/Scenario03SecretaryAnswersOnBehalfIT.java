package io.countersign.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import io.countersign.intake.Message;
import io.countersign.intake.ReceivedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scenario 3: a secretary answers for the minister, within her mandate and beyond it. */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario03SecretaryAnswersOnBehalfIT {

	private static final Correspondent BRIDGE = Correspondent.of("Countersign", "countersign@min.example");

	private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

	/** No two requests have the same subject. */
	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Office office;

	Scenario03SecretaryAnswersOnBehalfIT(Office office) {
		this.office = office;
		mandate("eva-for-anna", ANNA, EVA, Map.of());
	}

	@Test
	void VA_09_aPressCaseIsDecidedForTheMinisterByHerSecretaryAndTheMandateIsCited() {
		var request = asked(ANNA, "Pressemeddelelse om letbanen", "Kan du godkende vedlagte pressemeddelelse?");

		var verdict = answeredBy(EVA, ANNA, request, "Ministeren godkender");

		assertThat(verdict.path("state").asString()).isEqualTo("ACTIVE");
		assertThat(verdict.path("outcome").asString()).isEqualTo("APPROVED");
		assertThat(verdict.path("decidedFor").path("address").asString()).isEqualTo(ANNA.address());
		assertThat(verdict.path("actedBy").path("address").asString()).isEqualTo(EVA.address());
		assertThat(sentences(verdict)).anyMatch((sentence) -> sentence.contains("under mandate eva-for-anna"));
		assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("decided");
	}

	@Test
	void VA_19_aBudgetNoteIsBeyondHerMandateAndTheMinisterIsAskedOnceAndConfirms() {
		var request = asked(ANNA, "Budgetnotat om cykelstier", "Kan du godkende vedlagte notat?");

		var held = answeredBy(EVA, ANNA, request, "Ministeren godkender");

		assertThat(held.path("state").asString()).isEqualTo("HELD");
		assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("waiting");
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.office.answersTo(request).isEmpty());
		var question = this.office.answersTo(request).getFirst();
		assertThat(question).containsPattern("(?im)^To:[^\n]*anna\\.holm@min\\.example")
			.doesNotContainPattern("(?im)^(To|Cc):[^\n]*eva\\.skov");
		assertThat(text(question)).contains("Måtte Eva Skov svare for dig?", "Bekræft, at Eva Skov måtte svare");

		var again = answeredBy(EVA, ANNA, request, "Ministeren godkender");
		assertThat(again.path("state").asString()).isEqualTo("HELD");
		assertThat(this.office.answersTo(request)).as("asked once").hasSize(1);
		confirms(request, question);

		var decided = this.office.caseOf(request);
		assertThat(decided.path("state").asString()).isEqualTo("decided");
		assertThat(
				decided.path("verdicts").valueStream().filter((one) -> one.path("state").asString().equals("ACTIVE")))
			.singleElement()
			.satisfies((verdict) -> {
				assertThat(verdict.path("outcome").asString()).isEqualTo("APPROVED");
				assertThat(verdict.path("decidedFor").path("address").asString()).isEqualTo(ANNA.address());
				assertThat(verdict.path("actedBy").path("address").asString()).isEqualTo(ANNA.address());
			});
		assertThat(decided.path("verdicts").valueStream().filter((one) -> one.path("state").asString().equals("HELD")))
			.isEmpty();
	}

	@Test
	void VA_09_whatACaseCostsIsHeldAgainstTheLimitOfTheMandate() {
		mandate("clara-for-bo", BO, CLARA, Map.of("maxAmount", 250_000, "currency", "DKK"));
		var within = asked(BO, "Pressekampagne", "Kan du godkende en pressekampagne til kr. 100.000,-?");
		var beyond = asked(BO, "Pressekampagne", "Kan du godkende en pressekampagne til 1,2 mio. kr.?");
		var unsaid = asked(BO, "Pressekampagne", "Kan du godkende vedlagte pressekampagne?");

		assertThat(sentences(answeredBy(CLARA, BO, within, "Godkendt")))
			.anyMatch((sentence) -> sentence.contains("under mandate clara-for-bo, and what it costs stays within"));
		for (var request : List.of(beyond, unsaid)) {
			assertThat(answeredBy(CLARA, BO, request, "Godkendt").path("state").asString()).isEqualTo("HELD");
			await().atMost(Duration.ofSeconds(90)).until(() -> this.office.answersTo(request).size() == 1);
			assertThat(this.office.answersTo(request).getFirst())
				.containsPattern("(?im)^To:[^\n]*bo\\.lind@min\\.example");
		}
	}

	@Test
	void VA_09_aWithdrawnMandateIsNoneForWhatComesAfterwards() {
		mandate("eva-for-clara", CLARA, EVA, Map.of());
		this.office.product().delete("/mandates/eva-for-clara");
		var request = asked(CLARA, "Pressemeddelelse om broen", "Kan du godkende vedlagte pressemeddelelse?");

		var verdict = answeredBy(EVA, CLARA, request, "Godkendt");

		assertThat(verdict.path("state").asString()).as("%s", sentences(verdict)).isEqualTo("HELD");
	}

	/** What the API says of it, the one in whose name it is hears of by mail. */
	@Test
	void VA_09_whoeverIsAnsweredForHearsOnceThatAMandateWasGivenAndThatItWasTakenBack() {
		var before = told(CLARA);
		mandate("finn-for-clara", CLARA, FINN, Map.of("maxAmount", 250_000, "currency", "DKK"));
		await().atMost(Duration.ofSeconds(90)).until(() -> told(CLARA).size() > before.size());
		this.office.product().delete("/mandates/finn-for-clara");
		await().atMost(Duration.ofSeconds(90)).until(() -> told(CLARA).size() > before.size() + 1);

		assertThat(told(CLARA).stream().skip(before.size())).containsExactly("Finn Bro må svare for dig",
				"Finn Bro må ikke længere svare for dig");
	}

	/** The subjects of what somebody has got from us about mandates. */
	private List<String> told(Cast person) {
		return this.office.tenant()
			.sent()
			.stream()
			.filter((mail) -> mail.path("recipients")
				.valueStream()
				.anyMatch((to) -> to.asString().equals(person.address())))
			.map((mail) -> ReceivedMail
				.of(new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()), StandardCharsets.UTF_8)
					.replace("\r\n", "\n")))
			.map(Message::subject)
			.filter((subject) -> subject.contains("svare for dig"))
			.toList();
	}

	@Test
	void VA_09_anAnswerThatIsDatedBackIntoAMandateIsHeld() {
		this.office.product()
			.put("/mandates/eva-for-bo",
					Map.of("principal", BO.address(), "delegate", EVA.address(), "from",
							Instant.now().minus(Duration.ofDays(5)).toString(), "to",
							Instant.now().minusSeconds(60).toString()));
		var request = asked(BO, "Pressemeddelelse om havnen", "Kan du godkende vedlagte pressemeddelelse?");
		var reply = request.answeredBy(BO, "Godkendt" + request.quoted(), now()).header("Sender: " + EVA.mailbox());

		this.office.tenant()
			.place(EVA, "sentitems", reply.bytes(), Instant.now().minus(Duration.ofMinutes(2)), Instant.now());

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.caseOf(request).path("verdicts").size() == 1);
		var verdict = this.office.caseOf(request).path("verdicts").get(0);
		assertThat(verdict.path("state").asString()).isEqualTo("HELD");
		assertThat(sentences(verdict))
			.contains("It turned up only when mandate eva-for-bo of %s had ended.".formatted(BO.address()));
	}

	private void mandate(String id, Cast principal, Cast delegate, Map<String, ?> limit) {
		var mandate = new HashMap<String, Object>(limit);
		mandate.put("principal", principal.address());
		mandate.put("delegate", delegate.address());
		mandate.put("from", Instant.now().minus(Duration.ofDays(5)).toString());
		mandate.put("to", Instant.now().plus(Duration.ofDays(5)).toString());
		mandate.put("categories", List.of("presse"));
		this.office.product().put("/mandates/" + id, mandate);
	}

	private Letter asked(Cast approver, String title, String question) {
		var request = Letter
			.of(DAN, List.of(approver), "%s nr. %d".formatted(title, NUMBER.incrementAndGet()),
					"Kære %s\n\n%s\n\nHilsen Dan".formatted(approver.displayName().split(" ")[0], question), now())
			.with("udkast.txt", "Udkast til " + title);
		this.office.tenant().send(request);
		this.office.settles(request);
		return request;
	}

	/** From the principal, by the sender, whose own Sent Items hold the copy. */
	private JsonNode answeredBy(Cast sender, Cast principal, Letter request, String words) {
		var before = this.office.caseOf(request).path("verdicts").size();
		var reply = request.answeredBy(principal, words + "\n\n" + sender.displayName() + request.quoted(), now())
			.header("Sender: " + sender.mailbox());
		this.office.tenant().place(sender, "sentitems", reply.bytes(), Instant.now());
		this.office.tenant().place(DAN, "inbox", reply.bytes(), Instant.now());
		this.office.settles(request, reply);
		var verdicts = this.office.caseOf(request).path("verdicts");
		assertThat(verdicts).hasSize(before + 1);
		return verdicts.valueStream()
			.filter((one) -> one.path("evidence").path("message").equals(this.office.message(reply).path("id")))
			.findFirst()
			.orElseThrow();
	}

	private void confirms(Letter request, String question) {
		var asked = MESSAGE_ID.matcher(question);
		assertThat(asked.find()).isTrue();
		var answer = new Letter("<%s@min.example>".formatted(UUID.randomUUID()), ANNA, List.of(BRIDGE), List.of(),
				"SV: " + request.subject(), "Godkendt\n\nAnna", now(), List.of(request.messageId(), asked.group(1)),
				List.of(), List.of());
		this.office.tenant().send(answer);
		this.office.settles(request, answer);
	}

	private static List<String> sentences(JsonNode verdict) {
		return verdict.path("authenticity")
			.path("gates")
			.valueStream()
			.map((gate) -> gate.path("sentence").asString())
			.toList();
	}

	/** What the mail says, as its reader sees it. */
	private static String text(String mime) {
		try {
			return text(new MimeMessage(null, new ByteArrayInputStream(mime.getBytes(StandardCharsets.UTF_8))));
		}
		catch (IOException | MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(Part part) throws IOException, MessagingException {
		if (!(part.getContent() instanceof Multipart parts)) {
			return String.valueOf(part.getContent());
		}
		var text = new StringBuilder();
		for (var number = 0; number < parts.getCount(); number++) {
			text.append(text(parts.getBodyPart(number)));
		}
		return text.toString();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

}
