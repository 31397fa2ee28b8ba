package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Items 10, 14, 17, 18 and 21: what a message shows, and to which question. */
@ResourceLock(Probe.LOCK)
class ReadingTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private static final String HTML = """
			Message-ID: <html@partner.example>
			From: =?utf-8?Q?S=C3=B8ren?= <soren@partner.example>
			Sender: office@partner.example
			Reply-To: desk@partner.example
			To: anna@min.example
			Subject: =?utf-8?Q?Lejem=C3=A5l?=
			Date: Tue, 24 Nov 2026 09:00:00 +0530
			Received: from a
			Received: from b
			X-Folded: one
			 two
			MIME-Version: 1.0
			Content-Type: text/html; charset=utf-8

			<p onclick="x()">Godkend <b>venligst</b></p><script>alert(1)</script>
			""".replace("\n", "\r\n");

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void theBytesComeBackAsTheyCame() {
		var hostile = "Subject: =?bad?\r\nSubject: twice\r\nno colon here\r\n\r\n\u0000\u00ff"
			.getBytes(StandardCharsets.ISO_8859_1);
		var id = this.probe.control.place(Probe.ANNA, "inbox", hostile, Instant.now());

		assertThat(this.probe.get(USER + "/messages/" + id + "/$value").bytes()).isEqualTo(hostile);
		assertThat(this.probe.get(USER + "/messages/" + id + "/%24value").bytes()).isEqualTo(hostile);
	}

	@Test
	void headersComeOnlyWhenSelectedUnfoldedInOrderAndTwiceIfTheyWereTwice() {
		var id = html();

		assertThat(this.probe.get(USER + "/messages/" + id).json().has("internetMessageHeaders")).isFalse();
		var headers = this.probe.get(USER + "/messages/" + id + "?$select=internetMessageHeaders")
			.json()
			.path("internetMessageHeaders");
		assertThat(headers.valueStream().map((one) -> one.path("name").asString())).containsSubsequence("Received",
				"Received", "X-Folded");
		assertThat(headers.toString()).contains("{\"name\":\"X-Folded\",\"value\":\"one two\"}");
	}

	@Test
	void sentMailShowsNoHeadersButItsThreadingProperties() {
		var letter = Probe.letter("Lease", "May we sign?");
		var answer = letter.answeredBy(Probe.ANNA, "Yes", letter.sentAt());
		var id = this.probe.control.place(Probe.ANNA, "sentitems", answer.bytes(), Instant.now());

		var json = this.probe.get(USER + "/messages/" + id + "?$select=id,internetMessageHeaders&$expand="
				+ "singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1039' or id eq 'String 0x9999')")
			.json();

		assertThat(json.has("internetMessageHeaders")).isFalse();
		assertThat(json.path("singleValueExtendedProperties").toString())
			.contains("String 0x1042", "String 0x1039", letter.messageId())
			.doesNotContain("0x9999");
	}

	@Test
	void bodiesAreHtmlMadeSafeUnlessTextOrTheUnsafeIsPreferred() {
		var path = USER + "/messages/" + html() + "?$select=body";

		assertThat(this.probe.get(path).text()).contains("<b>venligst</b>")
			.doesNotContain("script")
			.doesNotContain("onclick");
		assertThat(this.probe.get(path, "Prefer", "outlook.allow-unsafe-html").text()).contains("script");
		var text = this.probe.get(path, "Prefer", "outlook.body-content-type=\"text\"").json().path("body");
		assertThat(text.path("contentType").asString()).isEqualTo("text");
		assertThat(text.path("content").asString()).isEqualTo("Godkend venligst");
	}

	@Test
	void theOwnWordsOfAnAnswerComeOnlyWhenSelected() {
		var letter = Probe.letter("Lease", "May we sign?");
		var id = this.probe.received(letter.answeredBy(Probe.BO, "Approved." + letter.quoted(), letter.sentAt()));

		assertThat(this.probe.get(USER + "/messages/" + id).json().has("uniqueBody")).isFalse();
		assertThat(this.probe
			.get(USER + "/messages/" + id + "?$select=uniqueBody", "Prefer", "outlook.body-content-type=\"text\"")
			.json()
			.path("uniqueBody")
			.path("content")
			.asString()).isEqualTo("Approved.");
	}

	@Test
	void senderAuthorAndTimesAreThoseOfTheMail() {
		var json = this.probe.get(USER + "/messages/" + html()).json();

		assertThat(address(json, "from")).isEqualTo("soren@partner.example");
		assertThat(json.path("from").path("emailAddress").path("name").asString()).isEqualTo("Søren");
		assertThat(address(json, "sender")).isEqualTo("office@partner.example");
		assertThat(json.path("replyTo").path(0).path("emailAddress").path("address").asString())
			.isEqualTo("desk@partner.example");
		assertThat(json.path("sentDateTime").asString()).isEqualTo("2026-11-24T03:30:00Z");
		assertThat(json.path("subject").asString()).isEqualTo("Lejemål");
	}

	@Test
	void aGullibleProviderShowsWhomeverItIsTold() {
		this.probe.post("/control/mailboxes/anna@min.example/messages?folder=inbox&from=bo@min.example",
				HTML.getBytes(StandardCharsets.UTF_8), "Content-Type", "message/rfc822");

		var json = this.probe.get(USER + "/messages").json().path("value").path(0);

		assertThat(address(json, "from")).isEqualTo("bo@min.example");
		assertThat(address(json, "sender")).isEqualTo("bo@min.example");
	}

	@Test
	void aSortOrderThatIsNotFilteredByFirstIsInefficient() {
		html();
		var inefficient = "?$filter=isRead eq false&$orderby=receivedDateTime desc";
		var efficient = "?$filter=receivedDateTime ge 2026-01-01T00:00:00Z and isRead eq false&$orderby=receivedDateTime desc";

		assertThat(this.probe.get(USER + "/messages" + inefficient).code()).isEqualTo("InefficientFilter");
		assertThat(this.probe.get(USER + "/messages" + efficient).json().path("value")).hasSize(1);
		assertThat(this.probe.get(USER + "/messages?$filter=weather eq 'fine'").status()).isEqualTo(400);
	}

	@Test
	void filtersFindByMessageIdAndByExtendedPropertyWithoutRegardToCase() {
		html();

		assertThat(found("internetMessageId eq '<html@partner.example>'")).isEqualTo(1);
		assertThat(found("internetMessageId eq '<other@partner.example>'")).isZero();
		assertThat(found(
				"singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x1035' and ep/value eq '<HTML@partner.example>')"))
			.isEqualTo(1);
		assertThat(
				found("singleValueExtendedProperties/any(p: p/id eq 'String 0x1035' and startswith(p/value, '<html'))"))
			.isEqualTo(1);
		assertThat(found("receivedDateTime ge 2026-11-24T14:00:00+05:30")).isEqualTo(1);
	}

	@Test
	void aPageMayBeSmallerThanAskedForAndTheNextLinkIsFollowedAsItIs() {
		for (var i = 0; i < 12; i++) {
			this.probe.received(Probe.letter("Lease " + i, "May we sign?"));
		}

		var first = this.probe.get(USER + "/messages?$select=subject").json();
		var second = this.probe.get(first.path("@odata.nextLink").asString()).json();

		assertThat(first.path("value")).hasSize(10);
		assertThat(second.path("value")).hasSize(2);
		assertThat(second.path("value").path(0).propertyNames()).doesNotContain("body");
		assertThat(second.has("@odata.nextLink")).isFalse();
	}

	@Test
	void manyMailsHaveTheSameTimeOfReceipt() {
		for (var i = 0; i < 3; i++) {
			this.probe.received(Probe.letter("Lease " + i, "May we sign?"));
		}

		assertThat(this.probe.get(USER + "/messages?$select=receivedDateTime")
			.json()
			.path("value")
			.valueStream()
			.map((one) -> one.path("receivedDateTime").asString())).hasSize(3).containsOnly("2026-11-24T08:00:00Z");
	}

	@Test
	void idsAreLongAndTwoMayDifferInCaseOnly() {
		var first = this.probe.received(Probe.letter("First", "1"));
		var second = this.probe.received(Probe.letter("Second", "2"));

		assertThat(first).hasSizeBetween(100, 150).startsWith("AAkALgAA").endsWith("=");
		assertThat(second).isEqualToIgnoringCase(first).isNotEqualTo(first);
		assertThat(this.probe.get(USER + "/messages/" + first).json().path("subject").asString()).isEqualTo("First");
		assertThat(this.probe.get(USER + "/messages/" + second).json().path("subject").asString()).isEqualTo("Second");
	}

	@Test
	void idsAreTranslatedFromOneFormToTheOther() {
		var immutable = this.probe.received(Probe.letter("Lease", "May we sign?"));
		var plain = this.probe.get(USER + "/messages").json().path("value").path(0).path("id").asString();

		var answer = this.probe.post(USER + "/translateExchangeIds",
				Map.of("InputIds", List.of(plain), "SourceIdType", "restId", "TargetIdType", "restImmutableEntryId"));

		assertThat(plain).startsWith("AAMk").isNotEqualTo(immutable);
		assertThat(answer.json().path("value").path(0).path("targetId").asString()).isEqualTo(immutable);
	}

	@Test
	void thePreferenceThatWasHonouredIsNamed() {
		assertThat(this.probe.get(USER + "/messages", "Prefer", "IdType=\"ImmutableId\"").header("Preference-Applied"))
			.isEqualTo("IdType=ImmutableId");
	}

	@Test
	void theSameMailHasOtherIdsInEveryMailboxAndANewSubjectIsANewConversation() {
		var letter = Probe.letter("Lease", "May we sign?");
		this.probe.received(letter);
		this.probe.control.place(Probe.BO, "sentitems", letter.bytes(), Instant.now());
		this.probe.received(letter.answeredBy(Probe.BO, "Please", letter.sentAt()));
		var anna = this.probe.get(USER + "/messages").json().path("value");
		var bo = this.probe.get("/v1.0/users/bo@min.example/messages").json().path("value").path(0);

		assertThat(values(anna, "conversationId").stream().distinct()).hasSize(1);
		assertThat(values(anna, "conversationId")).doesNotContain(bo.path("conversationId").asString());
		assertThat(values(anna, "internetMessageId")).contains(bo.path("internetMessageId").asString());

		this.probe.control.place(Probe.ANNA, "inbox",
				new String(letter.answeredBy(Probe.BO, "Other", letter.sentAt()).bytes(), StandardCharsets.UTF_8)
					.replace("SV: Lease", "Something else")
					.getBytes(StandardCharsets.UTF_8),
				Instant.now());
		assertThat(
				values(this.probe.get(USER + "/messages").json().path("value"), "conversationId").stream().distinct())
			.hasSize(2);
	}

	@Test
	void twoMailsMayHaveOneMessageId() {
		var letter = Probe.letter("Lease", "May we sign?");
		this.probe.received(letter);
		this.probe.received(letter);

		assertThat(found("internetMessageId eq '%s'".formatted(letter.messageId()))).isEqualTo(2);
	}

	@Test
	void flagsAndCategoriesAreChangedWithAnETag() {
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));
		var etag = this.probe.get(USER + "/messages/" + id).json().path("@odata.etag").asString();
		var change = Map.of("categories", List.of("Countersign"), "flag", Map.of("flagStatus", "complete"));

		assertThat(this.probe.patch(USER + "/messages/" + id, change, "If-Match", etag).status()).isEqualTo(200);
		assertThat(this.probe.patch(USER + "/messages/" + id, change, "If-Match", etag).status()).isEqualTo(412);
		var json = this.probe.get(USER + "/messages/" + id).json();
		assertThat(json.path("categories").path(0).asString()).isEqualTo("Countersign");
		assertThat(json.path("flag").path("flagStatus").asString()).isEqualTo("complete");
	}

	@Test
	void whatIsThrownAwayLiesInDeletedItemsUntilItIsThrownAwayThere() {
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));

		this.probe.delete(USER + "/messages/" + id);
		assertThat(this.probe.get(USER + "/mailFolders/deleteditems/messages").json().path("value")).hasSize(1);
		assertThat(this.probe.get(USER + "/messages").json().path("value")).hasSize(1);

		this.probe.delete(USER + "/messages/" + id);
		assertThat(this.probe.get(USER + "/messages/" + id).code()).isEqualTo("ErrorItemNotFound");
	}

	private String html() {
		return this.probe.control.place(Probe.ANNA, "inbox", HTML.getBytes(StandardCharsets.UTF_8),
				Instant.parse("2026-11-24T09:00:00Z"));
	}

	private int found(String filter) {
		return this.probe.get(USER + "/messages?$filter=" + filter.replace("+", "%2B")).json().path("value").size();
	}

	private static String address(JsonNode json, String field) {
		return json.path(field).path("emailAddress").path("address").asString();
	}

	private static List<String> values(JsonNode list, String field) {
		return list.valueStream().map((one) -> one.path(field).asString()).toList();
	}

}
