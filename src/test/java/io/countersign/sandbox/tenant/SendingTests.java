package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Items 8, 9 and 13: 202 and then nothing, lost answers, what a reply contains. */
@ResourceLock(Probe.LOCK)
class SendingTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private static final String KEY = "String {8f0c2f0e-9a54-4b5e-9d0e-6a0f1f2b7c11} Name CountersignKey";

	private static final Letter ASKED = Letter
		.of(Probe.BO, List.of(Probe.ANNA, Correspondent.of("Eva", "eva@partner.example")), "Lejemål på Ørsted Plads",
				"Må vi skrive under?", ZonedDateTime.parse("2026-11-24T09:00:00+01:00"))
		.copyTo(Correspondent.of("Finn", "finn@partner.example"));

	private final Probe probe = new Probe();

	private final String asked = this.probe.received(ASKED);

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void aReplyIsDraftedMarkedSentAndFoundByItsKey() {
		var draft = act("createReply", Map.of("Comment", "<p>Godkendt</p>")).json();
		var id = draft.path("id").asString();
		assertThat(draft.path("isDraft").asBoolean()).isTrue();
		this.probe.patch(USER + "/messages/" + id,
				Map.of("singleValueExtendedProperties", List.of(Map.of("id", KEY, "value", "case-1/verdict"))));

		assertThat(found("drafts")).hasSize(1);
		assertThat(this.probe.post(USER + "/messages/" + id + "/send").status()).isEqualTo(202);

		assertThat(found("drafts")).isEmpty();
		assertThat(found("sentitems")).singleElement()
			.satisfies((copy) -> assertThat(copy.path("isDraft").asBoolean()).isFalse());
		assertThat(this.probe.mails(Probe.BO, "inbox")).singleElement()
			.satisfies(
					(mail) -> assertThat(mail).startsWith("Received: ").contains("In-Reply-To: " + ASKED.messageId()));
	}

	@Test
	void theCopyInSentItemsComesLaterAndMeanwhileTheMailIsNowhere() throws InterruptedException {
		this.probe.habit(Map.of("sentDelay", 500));
		var id = act("createReply", Map.of()).json().path("id").asString();
		key(id);
		this.probe.post(USER + "/messages/" + id + "/send");

		assertThat(found("drafts")).isEmpty();
		assertThat(found("sentitems")).isEmpty();
		assertThat(this.probe.control.sent()).hasSize(1);
		assertThat(Probe.eventually(() -> found("sentitems").size() == 1)).isTrue();
	}

	@Test
	void theIdStaysWithTheImmutablePreferenceUnlessItChangesInItsLastCharacters() {
		var same = act("createReply", Map.of()).json().path("id").asString();
		key(same);
		this.probe.post(USER + "/messages/" + same + "/send");
		assertThat(found("sentitems").getFirst().path("id").asString()).isEqualTo(same);

		this.probe.habit(Map.of("sentId", "changed"));
		var other = act("createReply", Map.of()).json().path("id").asString();
		this.probe.post(USER + "/messages/" + other + "/send");

		assertThat(this.probe.get(USER + "/messages/" + other).status()).isEqualTo(404);
		assertThat(
				this.probe.get(USER + "/mailFolders/sentitems/messages?$select=id", "Prefer", "IdType=\"ImmutableId\"")
					.text())
			.contains(other.substring(0, other.length() - 4));
	}

	@Test
	void whoCannotBeReachedIsReportedToTheSender() {
		this.probe.post(USER + "/sendMail", Map.of("message", Map.of("subject", "Lease", "body", body("text", "Signed"),
				"toRecipients", List.of(recipient("nobody@min.example")))));

		assertThat(this.probe.mails(Probe.ANNA, "inbox")).anySatisfy((mail) -> assertThat(mail)
			.contains("report-type=delivery-status", "Final-Recipient: rfc822;nobody@min.example"));
	}

	@Test
	void sendMailKeepsACopyUnlessToldNotTo() {
		var message = Map.of("subject", "Lease", "body", body("text", "Signed"), "toRecipients",
				List.of(recipient("bo@min.example")));

		assertThat(this.probe.post(USER + "/sendMail", Map.of("message", message)).status()).isEqualTo(202);
		this.probe.post(USER + "/sendMail", Map.of("Message", message, "SaveToSentItems", false));

		assertThat(this.probe.mails(Probe.ANNA, "sentitems")).hasSize(1);
		assertThat(this.probe.mails(Probe.BO, "inbox")).hasSize(2);
	}

	@Test
	void anAnswerIsLostAfterTheMailHasLeft() {
		var id = act("createReply", Map.of()).json().path("id").asString();
		this.probe.control
			.fault(Map.of("kind", "accept-then-reset", "times", 1, "match", Map.of("method", "POST", "path", "/send")));

		assertThat(this.probe.post(USER + "/messages/" + id + "/send").status()).isZero();

		assertThat(this.probe.control.sent()).hasSize(1);
		assertThat(this.probe.mails(Probe.BO, "inbox")).hasSize(1);
	}

	@Test
	void aGatewayGivesUpAfterTheMailHasLeft() {
		var id = act("createReply", Map.of()).json().path("id").asString();
		this.probe.control.fault(Map.of("kind", "accept-then-status", "status", 504, "times", 1, "match",
				Map.of("method", "POST", "path", "/send")));

		assertThat(this.probe.post(USER + "/messages/" + id + "/send").status()).isEqualTo(504);

		assertThat(this.probe.control.sent()).hasSize(1);
	}

	@Test
	void anAcceptedMailLiesInDraftsForAWhileAndASecondSendSendsASecondMail() throws InterruptedException {
		this.probe.habit(Map.of("draftsDelay", 500));
		var id = act("createReply", Map.of()).json().path("id").asString();
		key(id);
		assertThat(flags(id)).isEqualTo("8");
		this.probe.post(USER + "/messages/" + id + "/send");

		assertThat(found("drafts")).hasSize(1);
		assertThat(flags(id)).isEqualTo("12");
		assertThat(this.probe.post(USER + "/messages/" + id + "/send").status()).isEqualTo(202);
		assertThat(Probe.eventually(() -> this.probe.control.sent().size() == 2)).isTrue();
		assertThat(found("drafts")).isEmpty();
	}

	private String flags(String id) {
		return this.probe
			.get(USER + "/messages/" + id + "?$expand=singleValueExtendedProperties($filter=id eq 'Integer 0x0E07')")
			.json()
			.path("singleValueExtendedProperties")
			.path(0)
			.path("value")
			.asString();
	}

	@Test
	void aCommentStandsAboveTheHistoryAndABodyOfItsOwnReplacesIt() {
		var comment = act("createReply", Map.of("comment", "Yes.")).json().path("body").path("content").asString();
		var body = act("createReply", Map.of("message", Map.of("body", body("html", "<p>Yes.</p>")))).json()
			.path("body")
			.path("content")
			.asString();

		assertThat(comment).contains("Yes.").contains("bo@min.example").contains("skrive under");
		assertThat(body).contains("Yes.").doesNotContain("skrive under");
		assertThat(
				act("createReply", Map.of("comment", "Yes.", "message", Map.of("body", body("text", "No.")))).status())
			.isEqualTo(400);
	}

	@Test
	void aReplyToAllLeavesTheAuthorOut() {
		var draft = act("createReplyAll", Map.of()).json();

		assertThat(addresses(draft, "toRecipients")).containsExactly("bo@min.example", "eva@partner.example");
		assertThat(addresses(draft, "ccRecipients")).containsExactly("finn@partner.example");
		assertThat(draft.path("subject").asString()).isEqualTo("RE: Lejemål på Ørsted Plads");
	}

	@Test
	void aForwardTakesTheFilesAlong() {
		var id = this.probe.received(ASKED.with("lease.pdf", "two years"));

		var draft = this.probe
			.post(USER + "/messages/" + id + "/createForward",
					Map.of("ToRecipients", List.of(recipient("eva@partner.example")), "Comment", "For you"))
			.json();

		assertThat(draft.path("subject").asString()).startsWith("FW: ");
		assertThat(draft.path("hasAttachments").asBoolean()).isTrue();
	}

	@Test
	void theSixthHeaderOfOnesOwnIsTooManyAndItsNameBeginsWithX() {
		var six = IntStream.range(0, 6).mapToObj((n) -> header("x-countersign-" + n)).toList();

		var refused = this.probe.post(USER + "/messages", Map.of("internetMessageHeaders", six));

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("InvalidInternetMessageHeaderCollection");
		assertThat(
				this.probe.post(USER + "/messages", Map.of("internetMessageHeaders", List.of(header("Auto-Submitted"))))
					.code())
			.isEqualTo("InvalidInternetMessageHeader");
	}

	@Test
	void aDraftBecomesAFaithfulMail() {
		var message = Map.of("subject", "Svar på § 20-spørgsmål nr. S 412 om ventetider hos familieretten i Ålborg",
				"body", body("html", "<p>Godkendt på <b>mødet</b></p>"), "toRecipients",
				List.of(Map.of("emailAddress", Map.of("name", "Søren Ås", "address", "soren@partner.example"))),
				"bccRecipients", List.of(recipient("bo@min.example")), "internetMessageHeaders",
				List.of(header("X-Countersign-Key")), "singleValueExtendedProperties",
				List.of(Map.of("id", "String 0x1035", "value", "<ours-1@min.example>"),
						Map.of("id", KEY, "value", "k1")));
		var id = this.probe.post(USER + "/messages", message).json().path("id").asString();
		this.probe.post(USER + "/messages/" + id + "/send");

		var mime = this.probe.sentMime(0);
		var facts = MimeFacts.of(mime.getBytes(StandardCharsets.UTF_8));
		assertThat(mime).contains("multipart/alternative", "Message-ID: <ours-1@min.example>", "X-Countersign-Key: 1");
		assertThat(facts.subject()).isEqualTo(message.get("subject"));
		assertThat(facts.html()).isEqualTo("<p>Godkendt på <b>mødet</b></p>");
		assertThat(facts.text()).isEqualTo("Godkendt på mødet");
		assertThat(facts.recipients("To").toString()).contains("Søren Ås");
		assertThat(mime.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThan(200));
		assertThat(this.probe.mails(Probe.BO, "inbox")).singleElement()
			.satisfies((mail) -> assertThat(mail).contains("<ours-1@min.example>").doesNotContain("Bcc:"));
	}

	@Test
	void aDraftFromMimeKeepsEveryByteWhenOnlyAKeyIsWrittenOnIt() {
		var mime = ASKED.answeredBy(Probe.ANNA, "Godkendt", ASKED.sentAt()).bytes();
		var id = this.probe
			.post(USER + "/messages", Base64.getEncoder().encodeToString(mime), "Content-Type", "text/plain", "Prefer",
					"IdType=\"ImmutableId\"")
			.json()
			.path("id")
			.asString();
		key(id);
		this.probe.post(USER + "/messages/" + id + "/send");

		assertThat(this.probe.sentMime(0)).isEqualTo(new String(mime, StandardCharsets.UTF_8));
		assertThat(found("sentitems")).hasSize(1);
		assertThat(this.probe.post(USER + "/messages", "not base64!", "Content-Type", "text/plain").code())
			.isEqualTo("ErrorMimeContentInvalidBase64String");
	}

	@Test
	void nobodySendsAsSomebodyElse() {
		var refused = this.probe.post(USER + "/sendMail", Map.of("message", Map.of("subject", "Lease", "from",
				recipient("bo@min.example"), "toRecipients", List.of(recipient("eva@partner.example")))));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("ErrorSendAsDenied");
	}

	@Test
	void whatLeftTheTenantIsOnRecord() {
		this.probe.post(USER + "/messages/" + this.asked + "/reply", Map.of("comment", "Yes."));

		var record = this.probe.control.sent().getFirst();

		assertThat(record.path("sender").asString()).isEqualTo("anna@min.example");
		assertThat(record.path("recipients").valueStream().map(JsonNode::asString)).containsExactly("bo@min.example");
		assertThat(record.path("conversation").asString()).startsWith("AAQk");
		assertThat(record.path("at").asString()).isNotEmpty();
	}

	private Probe.Reply act(String action, Map<String, ?> body) {
		return this.probe.post(USER + "/messages/" + this.asked + "/" + action, body, "Prefer",
				"IdType=\"ImmutableId\"");
	}

	private void key(String id) {
		this.probe.patch(USER + "/messages/" + id,
				Map.of("singleValueExtendedProperties", List.of(Map.of("id", KEY, "value", "case-1/verdict"))));
	}

	private List<JsonNode> found(String folder) {
		return this.probe.get(USER + "/mailFolders/" + folder
				+ "/messages?$filter=singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq 'CASE-1/verdict')"
					.formatted(KEY),
				"Prefer", "IdType=\"ImmutableId\"")
			.json()
			.path("value")
			.valueStream()
			.toList();
	}

	private static List<String> addresses(JsonNode draft, String field) {
		return draft.path(field)
			.valueStream()
			.map((one) -> one.path("emailAddress").path("address").asString())
			.toList();
	}

	private static Map<String, Object> recipient(String address) {
		return Map.of("emailAddress", Map.of("address", address));
	}

	private static Map<String, String> body(String type, String content) {
		return Map.of("contentType", type, "content", content);
	}

	private static Map<String, String> header(String name) {
		return Map.of("name", name, "value", "1");
	}

}
