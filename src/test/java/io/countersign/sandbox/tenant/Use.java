package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** How an app uses what is limited, over a time. Refused calls count too. */
final class Use {

	private final AtomicInteger concurrent = new AtomicInteger();

	private final AtomicInteger highest = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final Deque<Instant> calls = new ArrayDeque<>();

	private final Duration window;

	Use(Duration window) {
		this.window = window;
	}

	/** One more call is under way; answers how many are. */
	int begin() {
		var now = this.concurrent.incrementAndGet();
		this.highest.accumulateAndGet(now, Math::max);
		return now;
	}

	void end() {
		this.concurrent.decrementAndGet();
	}

	/** How many calls were under way at a time when most were. */
	int highest() {
		return this.highest.get();
	}

	synchronized int count(Instant now) {
		this.calls.addLast(now);
		while (this.calls.getFirst().isBefore(now.minus(this.window))) {
			this.calls.removeFirst();
		}
		return this.calls.size();
	}

	/** Usually 429 with a time; sometimes without, and sometimes 503. */
	Answer refusal(String code, String message, String seconds) {
		var number = this.refused.incrementAndGet();
		var answer = Answer.error((number % 5 == 0) ? 503 : 429, code, message);
		return (number % 3 == 0) ? answer : answer.with("Retry-After", seconds);
	}

}
