package io.countersign.writeback;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
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
			.isEqualTo(new WritebackProperties(OURS, BASE, ZoneId.of("Europe/Copenhagen"), 4, Duration.ofSeconds(45),
					Duration.ofMillis(200), 2, 5, 20));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(WritebackProperties.class,
				Map.of("mailbox", OURS.value(), "base-url", BASE, "zone", "Europe/Oslo", "senders", "1", "lease", "2s",
						"every", "3s", "per-thread-and-hour", "4", "per-address-and-hour", "5", "per-address-and-day",
						"6")))
			.isEqualTo(new WritebackProperties(OURS, BASE, ZoneId.of("Europe/Oslo"), 1, Duration.ofSeconds(2),
					Duration.ofSeconds(3), 4, 5, 6));
	}

}
