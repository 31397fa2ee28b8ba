package io.countersign.overview;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaysTests {

	private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

	private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

	private static final Optional<String> ANNA = Optional.of("anna.holm@min.example");

	private final Stays stays = new Stays();

	@Test
	void whereItIsComesLast() {
		this.stays.enter(Stage.DETECTED, Optional.empty(), NINE);
		this.stays.enter(Stage.DECIDE, ANNA, TEN);

		assertThat(this.stays.all()).containsExactly(new Stay(Stage.DETECTED, Optional.empty(), NINE, Optional.of(TEN)),
				new Stay(Stage.DECIDE, ANNA, TEN, Optional.empty()));
		assertThat(this.stays.lastLeft()).map(Stay::stage).contains(Stage.DETECTED);
	}

	@Test
	void whatIsEnteredAndLeftAtOnceOrEnteredAgainIsNoStay() {
		this.stays.enter(Stage.DETECTED, Optional.empty(), NINE);
		this.stays.enter(Stage.DECIDE, ANNA, NINE);
		this.stays.enter(Stage.DECIDE, ANNA, TEN);
		this.stays.leave(TEN);

		assertThat(this.stays.all()).containsExactly(new Stay(Stage.DECIDE, ANNA, NINE, Optional.of(TEN)));
	}

}
