package io.countersign.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class SparingTests {

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger times = new AtomicInteger();

	private final Duration takes = Duration.ofSeconds(1);

	private boolean costly = true;

	private final Sparing<Integer> sparing = new Sparing<>(() -> {
		this.now.addAndGet(this.takes.toNanos());
		return this.times.incrementAndGet();
	}, (_) -> this.costly, this.now::get);

	@Test
	void whatIsCostlyIsWorkedOutForAThirdOfTheTime() {
		for (var asked = 0; asked < 300; asked++) {
			this.sparing.get();
			this.now.addAndGet(Duration.ofMillis(100).toNanos());
		}

		assertThat(this.times.get()).isBetween(14, 16);
		assertThat(this.now.get()).isGreaterThanOrEqualTo(3 * (this.times.get() - 1) * this.takes.toNanos());
	}

	@Test
	void anAnswerIsNeverOlderThanTwiceTheTimeItTook() {
		assertThat(this.sparing.get()).isEqualTo(1);
		this.now.addAndGet(Duration.ofMillis(1_999).toNanos());
		assertThat(this.sparing.get()).isEqualTo(1);
		this.now.addAndGet(Duration.ofMillis(1).toNanos());
		assertThat(this.sparing.get()).isEqualTo(2);
	}

	@Test
	void whatCostsLittleIsWorkedOutEachTime() {
		this.costly = false;

		assertThat(this.sparing.get()).isEqualTo(1);
		assertThat(this.sparing.get()).isEqualTo(2);
	}

	@Test
	void whatFailsIsTriedAgainAtOnce() {
		var failing = new Sparing<Integer>(() -> {
			this.now.addAndGet(this.takes.toNanos());
			if (this.times.incrementAndGet() == 2) {
				throw new IllegalStateException("away");
			}
			return this.times.get();
		}, (_) -> true, this.now::get);
		failing.get();
		this.now.addAndGet(Duration.ofSeconds(2).toNanos());

		assertThat(catchThrowable(failing::get)).hasMessage("away");
		assertThat(failing.get()).isEqualTo(3);
	}

}
