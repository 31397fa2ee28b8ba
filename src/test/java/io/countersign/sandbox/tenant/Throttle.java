package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What Outlook allows one app in one mailbox: four calls at a time, ten thousand in ten
 * minutes. Refused calls count too.
 */
final class Throttle {

	private static final int CONCURRENT = 4;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Map<String, Use> uses = new ConcurrentHashMap<>();

	private final Habits habits;

	private final Clock clock;

	Throttle(Habits habits, Clock clock) {
		this.habits = habits;
		this.clock = clock;
	}

	Answer within(Call call, Mailbox mailbox, Supplier<Answer> work) {
		var use = this.uses.computeIfAbsent(call.app() + " " + mailbox.owner.id(), (_) -> new Use(WINDOW));
		try {
			var concurrent = use.begin();
			var limit = this.habits.callLimit;
			if (use.count(this.clock.instant()) > limit && limit > 0) {
				return use.refusal("ApplicationThrottled", "Application is over its request limit.", "60");
			}
			if (concurrent > CONCURRENT) {
				return use.refusal("ApplicationThrottled", "Application is over its MailboxConcurrency limit.", "1");
			}
			pause(call.delay());
			return work.get();
		}
		finally {
			use.end();
		}
	}

	/** How many calls an app has made at a time in one mailbox, where it made most. */
	int highest() {
		return this.uses.values().stream().mapToInt(Use::highest).max().orElse(0);
	}

	static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
