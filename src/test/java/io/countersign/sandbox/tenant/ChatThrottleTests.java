package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 19: one call a second of a chat, twenty of the tenant. */
class ChatThrottleTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));

	private final Habits habits = new Habits();

	private final ChatThrottle throttle = new ChatThrottle(this.habits,
			((InstantSource) this.now::get).withZone(ZoneOffset.UTC));

	@Test
	void theSecondCallOfAChatInASecondIsRefusedAndTheNextSecondIsAnother() {
		this.habits.chatLimits = true;

		assertThat(called("a")).isEqualTo(200);
		assertThat(refused("a").headers()).containsEntry("Retry-After", "1");
		assertThat(called("b")).isEqualTo(200);
		later(1001);
		assertThat(called("a")).isEqualTo(200);
	}

	@Test
	void twentyCallsOfTheTenantInASecondAreAsManyAsItTakes() {
		this.habits.chatLimits = true;

		var statuses = IntStream.range(0, 22).mapToObj((chat) -> called("chat " + chat)).toList();

		assertThat(statuses.subList(0, 20)).containsOnly(200);
		assertThat(statuses.subList(20, 22)).containsOnly(429);
	}

	@Test
	void nothingIsRefusedWhereTheLimitsAreOff() {
		assertThat(List.of(called("a"), called("a"), called("a"))).containsOnly(200);
	}

	private int called(String chat) {
		return answer(chat).status();
	}

	private Answer refused(String chat) {
		var refused = answer(chat);
		assertThat(refused.status()).isEqualTo(429);
		return refused;
	}

	private Answer answer(String chat) {
		var call = Call.of("GET", "/v1.0/chats", Map.of(), new byte[0]).by("product");
		return this.throttle.within(call, chat, () -> Answer.empty(200));
	}

	private void later(int millis) {
		this.now.updateAndGet((before) -> before.plusMillis(millis));
	}

}
