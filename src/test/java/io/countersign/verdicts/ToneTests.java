package io.countersign.verdicts;

import java.time.Duration;
import java.util.List;

import io.countersign.support.CpuTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToneTests {

	private static final int LENGTH = 100_000;

	/** How its patterns begin, go on, and nearly end. */
	private static final List<String> PARTS = List.of("a ", "my answer ", "svar du kan ", "mit forslag ", "adjust ",
			"assistent ", "this reply was written by ", "[", "\n", "godkendt: ", "for the ", "gamle ", ", den er ",
			"suggested ");

	@Test
	void VA_17_aHostileTextIsLookedThroughInAMoment() {
		for (var one : PARTS) {
			for (var other : PARTS) {
				var text = (one + other).repeat(LENGTH / (one.length() + other.length()));
				var tone = new Tone(text, true, List.of("godkendt"), List.of());

				assertThat(CpuTime.of(tone::doubt)).as("%s and %s", one, other).isLessThan(Duration.ofSeconds(2));
			}
		}
	}

}
