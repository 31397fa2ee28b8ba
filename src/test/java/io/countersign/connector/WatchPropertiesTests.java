package io.countersign.connector;

import java.time.Duration;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchPropertiesTests {

	@Test
	void theDefaults() {
		assertThat(Configured.from(WatchProperties.class, Map.of()))
			.isEqualTo(new WatchProperties(16, Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofHours(24),
					Duration.ofSeconds(45), Duration.ofMillis(250), Duration.ofDays(7)));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(WatchProperties.class,
				Map.of("readers", "3", "every", "1m", "compare-every", "2h", "breath", "5s", "lease", "3m", "look",
						"4s", "news", "5d")))
			.isEqualTo(new WatchProperties(3, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofHours(2),
					Duration.ofMinutes(3), Duration.ofSeconds(4), Duration.ofDays(5)));
	}

}
