package io.countersign.writeback;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigestPropertiesTests {

	@Test
	void theDefaults() {
		assertThat(Configured.from(DigestProperties.class, Map.of())).isEqualTo(new DigestProperties(
				LocalTime.of(7, 30), false, LocalTime.of(18, 0), LocalTime.of(7, 0), 12, Duration.ofDays(3)));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(DigestProperties.class,
				Map.of("at", "08:15", "every-day", "true", "quiet-from", "16:00", "quiet-until", "08:00", "most", "9",
						"stands", "1d")))
			.isEqualTo(new DigestProperties(LocalTime.of(8, 15), true, LocalTime.of(16, 0), LocalTime.of(8, 0), 9,
					Duration.ofDays(1)));
	}

}
