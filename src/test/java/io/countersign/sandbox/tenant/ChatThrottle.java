package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What Teams allows one app in a second: one call of a chat, or of what is listed for a
 * person, and twenty of the tenant. Only where the habit is on.
 */
final class ChatThrottle {

	private static final int OF_ONE = 1;

	private static final int OF_THE_TENANT = 20;

	private static final Duration WINDOW = Duration.ofSeconds(1);

	private final Map<String, Use> uses = new ConcurrentHashMap<>();

	private final Habits habits;

	private final Clock clock;

	ChatThrottle(Habits habits, Clock clock) {
		this.habits = habits;
		this.clock = clock;
	}

	/**
	 * Answers, or refuses to.
	 * @param whose the id of a chat or of a person
	 */
	Answer within(Call call, String whose, Supplier<Answer> work) {
		if (!this.habits.chatLimits) {
			return work.get();
		}
		var now = this.clock.instant();
		var tenant = use(call.app());
		var one = use(call.app() + " " + whose);
		var ofOne = one.count(now);
		if (tenant.count(now) > OF_THE_TENANT) {
			return tenant.refusal("TooManyRequests", "Application is over its limit for this tenant.", "1");
		}
		return (ofOne > OF_ONE)
				? one.refusal("TooManyRequests", "Application is over its limit of one request in a second.", "1")
				: work.get();
	}

	private Use use(String key) {
		return this.uses.computeIfAbsent(key, (_) -> new Use(WINDOW));
	}

}
