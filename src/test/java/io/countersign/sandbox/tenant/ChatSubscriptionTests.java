package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 19: notifications of chats, and the life of a subscription to them. */
@ResourceLock(Probe.LOCK)
class ChatSubscriptionTests {

	private static final String RESOURCE = "/users/anna@min.example/chats/getAllMessages";

	private final Probe probe = new Probe();

	private final ChatProbe chats = new ChatProbe(this.probe);

	private final Ear ear = new Ear();

	@AfterEach
	void close() {
		this.probe.close();
		this.ear.close();
	}

	@Test
	void whatIsCreatedChangedAndDeletedIsToldByTheNameOfChatAndMessage() throws InterruptedException {
		subscribe(RESOURCE);
		var chat = this.chats.open();
		var id = this.chats.say(chat, "May we sign?");
		this.chats.edit(chat, id, "May we sign at once?");
		this.chats.like(chat, id);
		this.chats.delete(chat, id);

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 4)).isTrue();
		assertThat(this.ear.hints()).extracting((hint) -> hint.path("changeType").asString())
			.containsExactlyInAnyOrder("created", "updated", "updated", "deleted");
		assertThat(this.ear.hints()).allSatisfy((hint) -> {
			assertThat(hint.path("clientState").asString()).isEqualTo("secret");
			assertThat(hint.path("resource").asString()).isEqualTo("chats('%s')/messages('%s')".formatted(chat, id))
				.isEqualTo(hint.path("resourceData").path("@odata.id").asString());
			assertThat(hint.path("resourceData").path("id").asString()).isEqualTo(id);
			assertThat(hint.path("resourceData").path("@odata.type").asString())
				.isEqualTo("#Microsoft.Graph.chatMessage");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "users/anna@min.example/chats/getAllMessages()",
			"/users('anna@min.example')/chats/getallmessages", "/chats/getAllMessages" })
	void aResourceIsKnownInEverySpelling(String resource) throws InterruptedException {
		subscribe(resource);
		this.chats.say(this.chats.open(), "May we sign?");

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 1)).isTrue();
	}

	@Test
	void aChatOfOthersIsNotToldOf() throws InterruptedException {
		subscribe(RESOURCE);
		this.chats.say(this.chats.open(Map.of("members", List.of(ChatProbe.BO))), "Between us");
		var own = this.chats.open();
		this.chats.say(own, "May we sign?");

		assertThat(Probe.eventually(() -> !this.ear.hints().isEmpty())).isTrue();
		assertThat(this.ear.hints()).singleElement()
			.satisfies((hint) -> assertThat(hint.path("resource").asString()).contains(own));
	}

	@Test
	void aSubscriptionOfMoreThanAnHourNeedsAnAddressForItsLifeAndLastsThreeDaysAtMost() {
		var wish = wish(RESOURCE);
		wish.remove("lifecycleNotificationUrl");

		var refused = this.probe.post("/v1.0/subscriptions", wish);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("lifecycleNotificationUrl");
		wish.put("expirationDateTime", Instant.now().plus(Duration.ofMinutes(50)).toString());
		assertThat(this.probe.post("/v1.0/subscriptions", wish).status()).isEqualTo(201);
		var longer = wish(RESOURCE);
		longer.put("expirationDateTime", Instant.now().plus(Duration.ofDays(4)).toString());
		assertThat(this.probe.post("/v1.0/subscriptions", longer).text()).contains("4320 minutes");
	}

	@Test
	void thatSomethingWasMissedIsNeverSaidOfChats() throws InterruptedException {
		subscribe(RESOURCE);

		for (var event : List.of("missed", "reauthorizationRequired", "subscriptionRemoved")) {
			this.probe.post("/control/lifecycle", Map.of("event", event));
		}

		assertThat(Probe.eventually(() -> this.ear.lifecycle().size() == 2)).isTrue();
		assertThat(this.ear.lifecycle()).containsExactlyInAnyOrder("reauthorizationRequired", "subscriptionRemoved");
	}

	@Test
	void theScopeOfMailboxesDoesNotNarrowChats() {
		this.probe.put("/control/scopes/sandbox-admin", Map.of("mailboxes", List.of("bo@min.example")));

		assertThat(subscribe(RESOURCE).status()).isEqualTo(201);
		assertThat(this.probe.get(ChatProbe.DELTA).status()).isEqualTo(200);
	}

	private Probe.Reply subscribe(String resource) {
		return this.probe.post("/v1.0/subscriptions", wish(resource));
	}

	private Map<String, Object> wish(String resource) {
		return new HashMap<>(Map.of("changeType", "created,updated,deleted", "resource", resource, "notificationUrl",
				this.ear.uri("/notify"), "lifecycleNotificationUrl", this.ear.uri("/life"), "expirationDateTime",
				Instant.now().plus(Duration.ofDays(2)).toString(), "clientState", "secret"));
	}

}
