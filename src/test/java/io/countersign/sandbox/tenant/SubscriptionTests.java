package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Items 2 to 4: notifications, the handshake, and the life of a subscription. */
@ResourceLock(Probe.LOCK)
class SubscriptionTests {

	private static final String RESOURCE = "/users/anna@min.example/mailFolders('inbox')/messages";

	private final Probe probe = new Probe();

	private final Ear ear = new Ear();

	@AfterEach
	void close() {
		this.probe.close();
		this.ear.close();
	}

	@Test
	void bothAddressesShakeHandsBeforeTheSubscriptionExists() {
		var created = subscribe();

		assertThat(created.status()).isEqualTo(201);
		assertThat(created.json().path("id").asString()).isNotEmpty();
		assertThat(this.ear.handshakes).hasSize(2)
			.allSatisfy((token) -> assertThat(token).startsWith("Validation: Testing client application reachability"));
	}

	@Test
	void anEncodedTokenIsRefused() {
		this.ear.answersEncoded = true;

		var refused = subscribe();

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("ValidationError");
		assertThat(refused.text()).contains("must exactly match validationToken");
	}

	@Test
	void aRedirectAndAnotherTypeAreRefused() {
		this.ear.status = 302;
		assertThat(subscribe().text()).contains("must respond with 200 OK");
		this.ear.status = 200;
		this.ear.type = "application/json";
		assertThat(subscribe().status()).isEqualTo(400);
	}

	@Test
	void whatIsCreatedIsSoonUpdatedToo() throws InterruptedException {
		subscribe();
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 2)).isTrue();
		assertThat(this.ear.hints()).extracting((hint) -> hint.path("changeType").asString())
			.containsExactlyInAnyOrder("created", "updated");
		assertThat(this.ear.hints()).allSatisfy((hint) -> {
			assertThat(hint.path("clientState").asString()).isEqualTo("secret");
			assertThat(hint.path("resourceData").path("id").asString()).isEqualTo(id);
			assertThat(hint.path("resource").asString()).startsWith("Users/").endsWith("/Messages/" + id);
		});
	}

	@Test
	void whatWouldBeBroughtToAnAddressThatIsTooSlowIsLost() throws InterruptedException {
		this.probe.habit(Map.of("slowAfter", 50));
		subscribe();
		this.ear.slowMillis = 100;
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		assertThat(Probe.eventually(() -> !this.ear.hints().isEmpty())).isTrue();

		assertThat(Probe.eventually(() -> isLost("Budget"))).isTrue();
	}

	/** Whether of a mail nothing is heard within a second. */
	private boolean isLost(String subject) {
		var heard = this.ear.hints().size();
		this.probe.received(Probe.letter(subject, "May we sign?"));
		Throttle.pause(Duration.ofSeconds(1));
		return this.ear.hints().size() == heard;
	}

	@Test
	void anotherFolderIsNotTold() throws InterruptedException {
		subscribe();
		this.probe.control.place(Probe.ANNA, "sentitems", Probe.letter("Lease", "Signed").bytes(), Instant.now());
		this.probe.received(Probe.letter("Budget", "Please approve"));

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 2)).isTrue();
	}

	@Test
	void aNotificationComesTwiceAndLate() throws InterruptedException {
		this.probe.habit(Map.of("copies", 2, "late", 300));
		subscribe();
		this.probe.received(Probe.letter("Lease", "May we sign?"));

		assertThat(this.ear.hints()).isEmpty();
		assertThat(Probe.eventually(() -> this.ear.hints().size() == 4)).isTrue();
	}

	@Test
	void aNotificationThatIsRefusedComesAgain() throws InterruptedException {
		this.probe.habit(Map.of("retryAfter", 100));
		subscribe();
		this.ear.status = 503;
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		assertThat(Probe.eventually(() -> this.ear.refused.get() > 1)).isTrue();

		this.ear.status = 202;

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 2)).isTrue();
	}

	@Test
	void allNotificationsCanBeLost() throws InterruptedException {
		subscribe();
		this.probe.control.fault(Map.of("kind", "drop-notifications"));
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		this.probe.control.heal();
		var later = this.probe.received(Probe.letter("Budget", "Please approve"));

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 2)).isTrue();
		assertThat(this.ear.hints()).allSatisfy((hint) -> assertThat(hint.path("resource").asString()).endsWith(later));
	}

	@Test
	void theIdOfAHintMayBeGoneAlready() throws InterruptedException {
		subscribe();
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));
		this.probe.post("/v1.0/users/anna@min.example/messages/" + id + "/permanentDelete");

		assertThat(Probe.eventually(() -> !this.ear.hints().isEmpty())).isTrue();
		assertThat(this.probe
			.get("/v1.0/users/anna@min.example/messages/"
					+ this.ear.hints().getFirst().path("resourceData").path("id").asString())
			.status()).isEqualTo(404);
	}

	@Test
	void aShortLifeIsMadeLongerAndATooLongOneRefused() {
		var shorter = subscribe(Duration.ofMinutes(5)).json();

		assertThat(Instant.parse(shorter.path("expirationDateTime").asString()))
			.isAfter(Instant.now().plus(Duration.ofMinutes(44)));
		assertThat(subscribe(Duration.ofDays(8)).status()).isEqualTo(400);
	}

	@Test
	void theSameWishTwiceIsAConflict() {
		subscribe();

		var again = subscribe();

		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text()).contains("already exists");
	}

	@Test
	void aSubscriptionIsRenewedAndALostOneIsNotFound() {
		var id = subscribe().json().path("id").asString();
		var longer = Map.of("expirationDateTime", Instant.now().plus(Duration.ofDays(6)).toString());

		assertThat(this.probe.patch("/v1.0/subscriptions/" + id, longer).status()).isEqualTo(200);
		assertThat(this.probe.delete("/v1.0/subscriptions/" + id).status()).isEqualTo(204);
		assertThat(this.probe.patch("/v1.0/subscriptions/" + id, longer).status()).isEqualTo(404);
	}

	@Test
	void afterTheAppIsAskedToAuthorizeAgainNothingIsBroughtUntilItHas() throws InterruptedException {
		var id = subscribe().json().path("id").asString();
		lifecycle("reauthorizationRequired");
		assertThat(Probe.eventually(() -> this.ear.lifecycle().contains("reauthorizationRequired"))).isTrue();
		this.probe.received(Probe.letter("Lease", "May we sign?"));

		this.probe.post("/v1.0/subscriptions/" + id + "/reauthorize");
		this.probe.received(Probe.letter("Budget", "Please approve"));

		assertThat(Probe.eventually(() -> this.ear.hints().size() == 2)).isTrue();
	}

	@Test
	void aRemovedSubscriptionIsToldOfAndGone() throws InterruptedException {
		var id = subscribe().json().path("id").asString();

		lifecycle("missed");
		lifecycle("subscriptionRemoved");

		assertThat(Probe.eventually(() -> this.ear.lifecycle().size() == 2)).isTrue();
		assertThat(this.ear.lifecycle()).containsExactlyInAnyOrder("missed", "subscriptionRemoved");
		assertThat(this.probe.get("/v1.0/subscriptions/" + id).status()).isEqualTo(404);
	}

	private void lifecycle(String event) {
		this.probe.post("/control/lifecycle", Map.of("event", event));
	}

	private Probe.Reply subscribe() {
		return subscribe(Duration.ofDays(3));
	}

	private Probe.Reply subscribe(Duration life) {
		return this.probe.post("/v1.0/subscriptions",
				Map.of("changeType", "created,updated", "resource", RESOURCE, "notificationUrl",
						this.ear.uri("/notify?mine=1"), "lifecycleNotificationUrl", this.ear.uri("/life"),
						"expirationDateTime", Instant.now().plus(life).toString(), "clientState", "secret"));
	}

	static List<JsonNode> values(String body) {
		return Answer.JSON.readTree(body).path("value").valueStream().toList();
	}

}
