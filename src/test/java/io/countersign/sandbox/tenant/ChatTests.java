package io.countersign.sandbox.tenant;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 19: what is said in chats, and who says it. */
@ResourceLock(Probe.LOCK)
class ChatTests {

	private static final Map<String, String> SAYING = Map.of("from", ChatProbe.BO, "text", "May we sign?");

	private static final String KNOWING = "include-unknown-enum-members";

	private final Probe probe = new Probe();

	private final ChatProbe chats = new ChatProbe(this.probe);

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void aMessageHasTheShapeThatTeamsGivesIt() {
		var chat = this.chats.open();
		var id = this.chats.say(chat, ChatProbe.with(SAYING, "received", "2026-11-24T08:00:00.120Z"));

		var message = this.chats.message(chat, id);

		assertThat(chat).startsWith("19:").endsWith("@thread.v2");
		assertThat(id).isEqualTo("1795507200120");
		assertThat(message.path("etag").asString()).isEqualTo(id);
		assertThat(message.path("createdDateTime").asString()).isEqualTo("2026-11-24T08:00:00.12Z");
		assertThat(message.path("chatId").asString()).isEqualTo(chat);
		assertThat(message.path("messageType").asString()).isEqualTo("message");
		assertThat(message.path("body").path("contentType").asString()).isEqualTo("text");
		assertThat(message.propertyNames()).contains("replyToId", "lastEditedDateTime", "deletedDateTime", "importance",
				"locale", "channelIdentity", "eventDetail", "attachments", "mentions", "reactions", "messageHistory");
		var user = message.path("from").path("user");
		assertThat(user.path("displayName").asString()).isEqualTo("Bo Lind");
		assertThat(user.path("userIdentityType").asString()).isEqualTo("aadUser");
		assertThat(user.path("tenantId").asString()).isEqualTo(Exchange.TENANT);
		assertThat(message.path("from").path("application").isNull()).isTrue();
	}

	@Test
	void anIdIsUniqueOnlyInsideAChat() {
		var at = ChatProbe.with(SAYING, "received", "2026-11-24T08:00:00Z");
		var here = this.chats.open();
		var there = this.chats.open();

		var first = this.chats.say(here, at);
		var second = this.chats.say(here, at);

		assertThat(second).isNotEqualTo(first);
		assertThat(this.chats.say(there, at)).isEqualTo(first);
		assertThat(this.probe.get(ChatProbe.graph(there) + "/" + second).status()).isEqualTo(404);
	}

	@Test
	void anEditIsAnotherVersionOfTheSameMessage() {
		var chat = this.chats.open();
		var id = this.chats.say(chat, "May we sign?");
		var before = this.chats.message(chat, id);

		this.chats.edit(chat, id, "May we sign at once?");

		var after = this.chats.message(chat, id);
		assertThat(after.path("body").path("content").asString()).isEqualTo("May we sign at once?");
		assertThat(after.path("lastEditedDateTime").asString()).isEqualTo(after.path("lastModifiedDateTime").asString())
			.isNotEqualTo(before.path("lastModifiedDateTime").asString());
		assertThat(after.path("createdDateTime")).isEqualTo(before.path("createdDateTime"));
		assertThat(after.path("etag")).isNotEqualTo(before.path("etag"));
	}

	@Test
	void aDeletedMessageStaysWithoutAWord() {
		var chat = this.chats.open();
		var id = this.chats.say(chat, "May we sign?");

		this.chats.delete(chat, id);

		var message = this.chats.messages(chat, "").getFirst();
		assertThat(message.path("id").asString()).isEqualTo(id);
		assertThat(message.path("body").path("content").asString()).isEmpty();
		assertThat(message.path("deletedDateTime").asString())
			.isEqualTo(message.path("lastModifiedDateTime").asString());
		assertThat(this.probe.patch("/control/chats/" + chat + "/messages/" + id, Map.of("text", "No")).status())
			.isEqualTo(409);
	}

	@Test
	void aReactionIsAChangeButNoEdit() {
		var chat = this.chats.open();
		var id = this.chats.say(chat, "May we sign?");
		var before = this.chats.message(chat, id);

		this.chats.like(chat, id);

		var after = this.chats.message(chat, id);
		assertThat(after.path("lastModifiedDateTime")).isNotEqualTo(before.path("lastModifiedDateTime"));
		assertThat(after.path("etag")).isNotEqualTo(before.path("etag"));
		assertThat(after.path("lastEditedDateTime").isNull()).isTrue();
		assertThat(after.path("body")).isEqualTo(before.path("body"));
		var reaction = after.path("reactions").path(0);
		assertThat(reaction.path("reactionType").asString()).isEqualTo("like");
		assertThat(reaction.path("user").path("user").path("displayName").asString()).isEqualTo("Anna Holm");
	}

	@Test
	void anEventOfTheSystemIsSaidByNobodyAndKnownOnlyToThoseWhoAskForIt() {
		var chat = this.chats.open();
		var id = this.chats.rename(chat);

		var message = this.chats.message(chat, id, "Prefer", KNOWING);

		assertThat(message.path("messageType").asString()).isEqualTo("systemEventMessage");
		assertThat(message.path("from").isNull()).isTrue();
		assertThat(message.path("body").path("content").asString()).isEqualTo("<systemEventMessage/>");
		assertThat(message.path("eventDetail").path("@odata.type").asString())
			.isEqualTo("#microsoft.graph.chatRenamedEventMessageDetail");
		assertThat(this.chats.message(chat, id).path("messageType").asString()).isEqualTo("unknownFutureValue");
	}

	@Test
	void aReplyQuotesWhatItAnswersAsAnAttachmentAndHasNoParent() {
		var chat = this.chats.open();
		var asked = this.chats.say(chat, "May we <b>sign</b>?");

		var answer = this.chats.message(chat,
				this.chats.say(chat, Map.of("from", ChatProbe.ANNA, "text", "Yes & now", "replyTo", asked)));

		assertThat(answer.path("replyToId").isNull()).isTrue();
		assertThat(answer.path("body").path("contentType").asString()).isEqualTo("html");
		assertThat(answer.path("body").path("content").asString())
			.isEqualTo("<attachment id=\"%s\"></attachment><p>Yes &amp; now</p>".formatted(asked));
		var quote = answer.path("attachments").path(0);
		assertThat(quote.path("contentType").asString()).isEqualTo("messageReference");
		assertThat(quote.path("contentUrl").isNull()).isTrue();
		var content = Answer.JSON.readTree(quote.path("content").asString());
		assertThat(content.path("messageId").asString()).isEqualTo(asked);
		assertThat(content.path("messagePreview").asString()).isEqualTo("May we sign?");
		assertThat(content.path("messageSender").path("user").path("displayName").asString()).isEqualTo("Bo Lind");
	}

	@Test
	void aFileIsALinkWithItsPlaceInTheBody() {
		var chat = this.chats.open();
		var file = Map.of("id", "9f", "contentType", "reference", "contentUrl", "https://min.example/plan.docx", "name",
				"plan.docx");
		var forwarded = Map.of("contentType", "forwardedMessageReference", "content",
				Map.of("originalMessageContent", "<p>Yes</p>"));
		var id = this.chats.say(chat, Map.of("from", ChatProbe.BO, "attachments", List.of(file, forwarded)));

		var message = this.chats.message(chat, id);

		assertThat(message.path("body").path("content").asString()).startsWith("<attachment id=\"9f\"></attachment>");
		assertThat(message.path("attachments").path(0).propertyNames()).containsExactlyInAnyOrder("id", "contentType",
				"contentUrl", "content", "name", "thumbnailUrl", "teamsAppId");
		assertThat(message.path("attachments").path(1).path("content").asString())
			.isEqualTo("{\"originalMessageContent\":\"<p>Yes</p>\"}");
	}

	@ParameterizedTest
	@CsvSource({ "aadUser, other-tenant, aadUser, aadUser", "federatedUser, other-tenant, federatedUser, federatedUser",
			"anonymousGuest, , anonymousGuest, anonymousGuest",
			"azureCommunicationServicesUser, , unknownFutureValue, azureCommunicationServicesUser" })
	void somebodyFromElsewhereIsOfAnotherKind(String kind, String tenant, String seen, String known) {
		var chat = this.chats.open();
		var from = ChatProbe.with(Map.of("id", "8:x", "userIdentityType", kind), "tenantId",
				(tenant != null) ? tenant : Exchange.TENANT);
		var id = this.chats.say(chat, ChatProbe.with(SAYING, "from", from));

		var user = this.chats.message(chat, id).path("from").path("user");

		assertThat(user.path("id").asString()).isEqualTo("8:x");
		assertThat(user.path("userIdentityType").asString()).isEqualTo(seen);
		assertThat(this.chats.message(chat, id, "Prefer", KNOWING)
			.path("from")
			.path("user")
			.path("userIdentityType")
			.asString()).isEqualTo(known);
	}

	@Test
	void somebodyOfAnotherTenantIsNoneOfUsWithTheSameIdOrAddressEither() {
		var anna = this.probe.get("/v1.0/users/anna@min.example").json().path("id").asString();
		var stranger = Map.of("id", anna, "tenantId", "other", "email", ChatProbe.ANNA, "displayName", "Anna Holm");
		var chat = this.chats.open(Map.of("members", List.of(ChatProbe.BO, stranger)));

		var user = this.chats.message(chat, this.chats.say(chat, ChatProbe.with(SAYING, "from", stranger)))
			.path("from")
			.path("user");

		assertThat(user.path("id").asString()).isEqualTo(anna);
		assertThat(user.path("tenantId").asString()).isEqualTo("other");
		assertThat(this.chats.values(ChatProbe.ALL_MESSAGES)).isEmpty();
	}

	@Test
	void aBotIsAnApplicationAndNoUser() {
		var chat = this.chats.open();
		var id = this.chats.say(chat,
				ChatProbe.with(SAYING, "from", Map.of("application", Map.of("id", "bot-1", "displayName", "Flow"))));

		var from = this.chats.message(chat, id).path("from");

		assertThat(from.path("user").isNull()).isTrue();
		assertThat(from.path("application").path("applicationIdentityType").asString()).isEqualTo("bot");
	}

	@Test
	void membersAreToldOfWhenAskedForWithTheirRoles() {
		var chat = this.chats.open(Map.of("members",
				List.of(ChatProbe.ANNA, "ada@partner.example",
						Map.of("id", "c-1", "tenantId", "other", "email", "cy@other.example", "displayName", "Cy"),
						Map.of("id", "anon-1", "userIdentityType", "anonymousGuest"))));

		var members = this.probe.get("/v1.0/chats/" + chat + "?$expand=members").json().path("members");

		assertThat(this.probe.get("/v1.0/chats/" + chat).json().has("members")).isFalse();
		assertThat(members.valueStream())
			.extracting((one) -> one.path("email").asString("") + " " + one.path("tenantId").asString("") + " "
					+ one.path("roles").path(0).asString())
			.containsExactly("anna@min.example sandbox owner", "ada@partner.example sandbox guest",
					"cy@other.example other owner", "  guest");
		var anna = this.probe.get("/v1.0/users/anna@min.example").json().path("id").asString();
		assertThat(members.path(0).path("userId").asString()).isEqualTo(anna);
		assertThat(members.path(3).path("anonymousGuestId").asString()).isEqualTo("anon-1");
		assertThat(this.chats.values("/v1.0/chats/" + chat + "/members")).hasSize(4);
	}

	@Test
	void aPersonSeesOnlyTheirOwnChats() {
		var own = this.chats.open();
		var other = this.chats.open(Map.of("members", List.of(ChatProbe.BO)));
		this.chats.say(other, "Between us");
		var anna = "/v1.0/users/anna@min.example/chats";

		var listed = this.chats.values(anna + "?$expand=members").toList();

		assertThat(listed).extracting((one) -> one.path("id").asString()).containsExactly(own);
		assertThat(listed.getFirst().path("members")).hasSize(2);
		assertThat(this.chats.values(ChatProbe.ALL_MESSAGES)).isEmpty();
		assertThat(this.probe.get(anna + "/" + own + "/messages").status()).isEqualTo(200);
		assertThat(this.probe.get(anna + "/" + other + "/messages").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "from, 5", "from, ''", "text, ''", "received, yesterday", "replyTo, 17", "attachments, none",
			"mentions, none" })
	void aWrongBodyIsRefusedByTheNameOfTheField(String field, String value) {
		var chat = this.chats.open();

		Object wrong = value.equals("5") ? (Object) 5 : value;
		var body = ChatProbe.with(SAYING, field, field.equals("text") ? List.of() : wrong);

		var refused = this.chats.refusedOrSaid(chat, body);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("'" + field + "'");
		assertThat(this.chats.messages(chat, "")).isEmpty();
	}

	@Test
	void aWrongChatAndAWrongAuthorAreRefusedToo() {
		var chat = this.chats.open();

		assertThat(this.probe.post("/control/chats", Map.of("topic", "Lease")).text()).contains("'members'");
		assertThat(this.probe.post("/control/chats", Map.of("members", List.of(1))).status()).isEqualTo(400);
		assertThat(this.chats.refusedOrSaid("19:nowhere", SAYING).status()).isEqualTo(404);
		assertThat(this.chats.refusedOrSaid(chat, Map.of("from", ChatProbe.BO)).text()).contains("'text'");
		assertThat(this.chats.refusedOrSaid(chat, Map.of("text", "Hi")).text()).contains("'from'");
		assertThat(this.chats.refusedOrSaid(chat, ChatProbe.with(SAYING, "html", "<p>Hi</p>")).text())
			.contains("'text'");
		assertThat(this.chats
			.refusedOrSaid(chat, ChatProbe.with(SAYING, "from", Map.of("id", "x", "userIdentityType", "robot")))
			.text()).contains("'from.userIdentityType'");
		assertThat(this.chats.refusedOrSaid(chat, ChatProbe.with(SAYING, "attachments", List.of(Map.of("id", "1"))))
			.text()).contains("'attachments.contentType'");
	}

	@Test
	void aProgramCannotWriteAndIsToldSoInTwoWays() {
		var messages = ChatProbe.graph(this.chats.open());
		var words = Map.of("body", Map.of("content", "Approved"));

		var withoutTheRole = this.probe.post(messages, words);
		this.probe.put("/control/scopes/sandbox-admin", Map.of("migrates", true));
		var withTheRole = this.probe.post(messages, words);

		assertThat(withoutTheRole.status()).isEqualTo(403);
		assertThat(withoutTheRole.text()).contains("Teamwork.Migrate.All");
		assertThat(withTheRole.status()).isEqualTo(401);
		assertThat(withTheRole.text()).contains("only for import purposes");
		assertThat(this.probe.get("/v1.0/chats").status()).isEqualTo(412);
		assertThat(this.probe.patch(messages + "/1", words).status()).isEqualTo(405);
	}

}
