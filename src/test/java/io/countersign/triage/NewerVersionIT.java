package io.countersign.triage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.cases.VersionLinks;
import io.countersign.documents.DocumentId;
import io.countersign.scenario.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenario 6: an approval binds the version it was given for, and one line asks whether
 * it covers a newer one.
 */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class NewerVersionIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final Bureau office;

	private final Cases cases;

	NewerVersionIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@Test
	void aYesToTheReceiptCoversTheVersionItAsksAbout() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		revised(request, id);

		approves(id, firstAsk(id));
		var receipt = mailed(id, "RECEIPT");
		assertThat(text(receipt)).contains("notat_v2.docx",
				"Gælder svaret også den nyere version, så svar ja på denne mail");
		assertThat(approved(id)).containsExactly(ids(id, "notat_v1.docx"));

		this.office.answers(id, Bureau.messageId(receipt), "Ja, også v2\n\nBo");

		await().atMost(SOON).until(() -> approved(id).size() == 2);
		assertThat(approved(id)).containsExactly(ids(id, "notat_v1.docx"), ids(id, "notat_v2.docx"));
		assertThat(this.cases.get(id).state()).isEqualTo(CaseState.DECIDED);
	}

	/** It binds what it answered, and the newer version stays to be asked about. */
	@Test
	void VA_06_aHeldAnswerToTheOlderVersionIsAskedAboutAndBindsItAlone() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		revised(request, id);
		var doubtful = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), Bureau.now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date());
		this.office.control().place(DAN, "inbox", doubtful.bytes(), Instant.now());
		await().atMost(SOON).until(() -> !this.cases.get(id).verdicts().isEmpty());
		var held = this.cases.get(id).verdicts().getFirst();
		assertThat(held.state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.cases.get(id).confirmable(held)).isPresent();

		var question = mailed(id, "QUESTION");
		assertThat(text(question)).contains("Er det dit svar?",
				"Svaret gælder version 1. Der er siden spurgt om version 2, og den besvares for sig.");
		this.office.answers(id, Bureau.messageId(question), "Godkendt");

		await().atMost(SOON).until(() -> approved(id).size() == 1);
		assertThat(approved(id)).containsExactly(ids(id, "notat_v1.docx"));
		assertThat(this.cases.get(id).asks()).extracting(Ask::state)
			.containsExactly(Ask.State.ANSWERED, Ask.State.OPEN);
		assertThat(text(mailed(id, "RECEIPT"))).contains("Gælder svaret også den nyere version, så svar ja");
	}

	/** Nobody is asked whether he meant what he has answered anew since. */
	@Test
	void VA_07_anAnswerToTheNewerVersionSettlesAHeldOneToTheOlder() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		var doubtful = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), Bureau.now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date());
		this.office.control().place(DAN, "inbox", doubtful.bytes(), Instant.now());
		await().atMost(SOON).until(() -> !this.cases.get(id).verdicts().isEmpty());
		revised(request, id);

		this.office.answers(id, this.cases.get(id).asks().getLast().internetMessageId().orElseThrow(), "Godkendt");

		await().atMost(SOON).until(() -> approved(id).size() == 1);
		assertThat(approved(id)).containsExactly(ids(id, "notat_v2.docx"));
		assertThat(this.cases.get(id).verdicts()).extracting(Verdict::state)
			.containsExactlyInAnyOrder(Verdict.State.SUPERSEDED, Verdict.State.ACTIVE);
	}

	private void revised(Letter request, CaseId id) {
		this.office.control()
			.send(request
				.answeredBy(DAN, "Kære Bo\n\nTabel 1 er rettet. Kan du godkende vedlagte version i stedet?\n\nDan",
						Bureau.now())
				.to(BO)
				.with("notat_v2.docx", "Tabel 1: 12 mio. kr."));
		await().atMost(SOON).until(() -> this.cases.get(id).revision() == 2);
	}

	@Test
	void aVersionThatIsKnownAsOneAfterTheAnswerRaisesTheDoubt() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		joined(request, "Styregruppe.ics");
		approves(id, firstAsk(id));
		assertThat(this.office.writebacks(id, "AGAIN")).isEmpty();

		this.office.bean(VersionLinks.class)
			.say(id, file(id, "Styregruppe.ics").key(), Optional.of(file(id, "notat_v1.docx").key()),
					this.office.person(EVA).id());

		var question = mailed(id, "AGAIN");
		assertThat(text(question)).contains("gælder dit svar også den nyere version?",
				"Der er kommet en nyere version: Styregruppe.ics, sendt af Dan Friis.");
		assertThat(this.office.types(id)).contains("version.doubted");
		assertThat(this.cases.get(id).state()).as("what was decided stays decided").isEqualTo(CaseState.DECIDED);

		this.office.answers(id, Bureau.messageId(question), "Godkendt");

		await().atMost(SOON).until(() -> approved(id).size() == 2);
		assertThat(approved(id)).containsExactly(ids(id, "notat_v1.docx"), ids(id, "Styregruppe.ics"));
	}

	@Test
	void aCorrectionThatIsTakenBackAsksNobodyAnyMore() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		joined(request, "Styregruppe.ics");
		approves(id, firstAsk(id));
		var links = this.office.bean(VersionLinks.class);
		var eva = this.office.person(EVA).id();
		links.say(id, file(id, "Styregruppe.ics").key(), Optional.of(file(id, "notat_v1.docx").key()), eva);
		var question = mailed(id, "AGAIN");

		links.say(id, file(id, "Styregruppe.ics").key(), Optional.empty(), eva);
		this.office.answers(id, Bureau.messageId(question), "Godkendt");

		await().atMost(SOON)
			.until(() -> this.office.notes(id).stream().anyMatch((note) -> note.contains("The request was withdrawn")));
		assertThat(approved(id)).hasSize(1);
		assertThat(this.cases.get(id).asks()).extracting(Ask::state)
			.containsExactly(Ask.State.ANSWERED, Ask.State.WITHDRAWN);
		assertThat(this.cases.get(id).revision()).isOne();
	}

	@Test
	void VA_04_aYesToWhatAColleagueAsksInTheThreadIsHeld() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		var aside = aside(request, "Har du talt med departementschefen om det?\n\nEva");

		this.office.answers(id, aside, "Ja\n\nBo");

		await().atMost(SOON).until(() -> !this.cases.get(id).verdicts().isEmpty());
		assertThat(approved(id)).isEmpty();
		assertThat(this.cases.get(id).verdicts()).singleElement()
			.satisfies((held) -> assertThat(held.state()).isEqualTo(Verdict.State.HELD));
	}

	/** Once it has come, what it says is known. */
	@Test
	void VA_04_aYesToAMailThatNobodyHereHasSeenWaitsForIt() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		var aside = request.answeredBy(EVA, "Jeg er enig i indstillingen.\n\nEva", Bureau.now()).to(BO, DAN);

		this.office.answers(id, aside.messageId().replaceAll("[<>]", ""), "Godkendt\n\nBo");

		await().atMost(SOON)
			.until(() -> this.office.bean(JdbcClient.class)
				.sql("select count(*) from message where reason = 'The mail it answers may still come.'")
				.query(Integer.class)
				.single() > 0);
		assertThat(this.cases.get(id).verdicts()).isEmpty();
		this.office.control().send(aside);
		await().atMost(SOON).until(() -> approved(id).size() == 1);
	}

	@Test
	void VA_04_anApprovalBelowWhatAColleagueSaysCounts() {
		var request = asked("notat_v1.docx");
		var id = caseOf(request);
		var aside = aside(request, "Jeg er enig i indstillingen.\n\nEva");

		this.office.answers(id, aside, "Godkendt\n\nBo");

		await().atMost(SOON).until(() -> approved(id).size() == 1);
	}

	/** Answers its Message-ID, once it is in the case. */
	private String aside(Letter request, String words) {
		var aside = request.answeredBy(EVA, words, Bureau.now()).to(BO, DAN);
		this.office.control().send(aside);
		await().atMost(SOON).until(() -> this.office.message(aside).path("case").isString());
		return aside.messageId().replaceAll("[<>]", "");
	}

	private Letter asked(String file) {
		var letter = Letter
			.of(DAN, List.of(BO), "Notat " + UUID.randomUUID(), "Kære Bo\n\nKan du godkende vedlagte notat?\n\nDan",
					Bureau.now())
			.with(file, "Tabel 1: 10 mio. kr. " + UUID.randomUUID());
		this.office.control().send(letter);
		await().atMost(SOON).until(() -> this.office.message(letter).path("case").isString());
		return letter;
	}

	private void joined(Letter request, String file) {
		var beside = request.answeredBy(DAN, "Kære Bo\n\nHer er kalenderen til mødet.\n\nDan", Bureau.now())
			.to(BO)
			.with(file, "BEGIN:VCALENDAR " + UUID.randomUUID());
		this.office.control().send(beside);
		var id = caseOf(request);
		await().atMost(SOON).until(() -> this.cases.get(id).documents().size() == 2);
		assertThat(this.cases.get(id).revision()).isOne();
	}

	private void approves(CaseId id, String named) {
		this.office.answers(id, named, "Godkendt");
		await().atMost(SOON).until(() -> approved(id).size() == 1);
	}

	private CaseId caseOf(Letter letter) {
		return new CaseId(this.office.message(letter).path("case").asString());
	}

	private String firstAsk(CaseId id) {
		return this.cases.get(id).asks().getFirst().internetMessageId().orElseThrow();
	}

	private List<List<DocumentId>> approved(CaseId id) {
		return this.cases.get(id)
			.verdicts()
			.stream()
			.filter(Verdict::counts)
			.map((verdict) -> verdict.decision().documents())
			.toList();
	}

	private List<DocumentId> ids(CaseId id, String name) {
		return List.of(file(id, name).sha256());
	}

	private CaseDocument file(CaseId id, String name) {
		return this.cases.get(id)
			.documents()
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode mailed(CaseId id, String kind) {
		var name = this.office.bean(JdbcClient.class)
			.sql("select internet_message_id from writeback where case_id = ? and kind = ?")
			.params(id.value(), kind)
			.query(String.class)
			.single();
		await().atMost(SOON).until(() -> !this.office.sent(name).isEmpty());
		return this.office.sent(name).getFirst();
	}

	private static String text(JsonNode mail) {
		try {
			return text(new MimeMessage(null,
					new ByteArrayInputStream(Bureau.mime(mail).getBytes(StandardCharsets.UTF_8))));
		}
		catch (IOException | MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(Part part) throws IOException, MessagingException {
		return (part.getContent() instanceof Multipart parts) ? text(parts.getBodyPart(0))
				: String.valueOf(part.getContent());
	}

}
