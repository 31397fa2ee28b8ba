package io.countersign.writeback;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.countersign.identity.EmailAddress;
import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WritebackPropertiesTests {

	private static final EmailAddress OURS = new EmailAddress("countersign@min.example");

	private static final URI BASE = URI.create("https://countersign.min.example");

	@Test
	void RL_08_theDefaults() {
		assertThat(Configured.from(WritebackProperties.class, Map.of("mailbox", OURS.value(), "base-url", BASE)))
			.isEqualTo(
					new WritebackProperties(OURS, BASE, List.of(), Duration.ofDays(7), ZoneId.of("Europe/Copenhagen"),
							4, Duration.ofSeconds(45), Duration.ofMillis(200), Duration.ofMinutes(1), 2, 5, 20));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(WritebackProperties.class,
				Map.ofEntries(Map.entry("mailbox", OURS.value()), Map.entry("base-url", BASE),
						Map.entry("secretariat", OURS.value()), Map.entry("questions-stand", "2d"),
						Map.entry("zone", "Europe/Oslo"), Map.entry("senders", "1"), Map.entry("lease", "2s"),
						Map.entry("every", "3s"), Map.entry("hand-over", "4s"), Map.entry("per-thread-and-hour", "4"),
						Map.entry("per-address-and-hour", "5"), Map.entry("per-address-and-day", "6"))))
			.isEqualTo(new WritebackProperties(OURS, BASE, List.of(OURS), Duration.ofDays(2), ZoneId.of("Europe/Oslo"),
					1, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), 4, 5, 6));
	}

}
