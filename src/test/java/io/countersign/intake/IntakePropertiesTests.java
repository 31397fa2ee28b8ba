package io.countersign.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class IntakePropertiesTests {

	@Test
	void IN_10_theDefaultsAreTheLimitsThatWereAsked() {
		var limits = new Limits(100, 1_000, 250, 2_000, DataSize.ofKilobytes(256), DataSize.ofKilobytes(64), 1_000,
				DataSize.ofMegabytes(150), 5_000_000, DataSize.ofMegabytes(16), Duration.ofSeconds(30));

		assertThat(Configured.from(IntakeProperties.class, Map.of("hash-key", Desk.KEY)))
			.isEqualTo(new IntakeProperties(Desk.KEY, 4, Duration.ofSeconds(45), Duration.ofMillis(250),
					Duration.ofMinutes(2), limits));
		assertThat(Limits.DEFAULT).isEqualTo(limits);
	}

	@Test
	void IN_10_everyLimitBinds() {
		var values = new HashMap<String, String>(Map.of("hash-key", Desk.KEY, "readers", "1", "lease", "2s", "every",
				"3s", "parent-wait", "4s", "limits.depth", "5", "limits.parts", "6", "limits.attachments", "7"));
		values.putAll(Map.of("limits.header-fields", "8", "limits.header", "9KB", "limits.header-field", "10KB",
				"limits.recipients", "11", "limits.message", "12MB", "limits.text", "13", "limits.memory", "14MB",
				"limits.time", "15s"));

		assertThat(Configured.from(IntakeProperties.class, values))
			.isEqualTo(new IntakeProperties(Desk.KEY, 1, Duration.ofSeconds(2), Duration.ofSeconds(3),
					Duration.ofSeconds(4), new Limits(5, 6, 7, 8, DataSize.ofKilobytes(9), DataSize.ofKilobytes(10), 11,
							DataSize.ofMegabytes(12), 13, DataSize.ofMegabytes(14), Duration.ofSeconds(15))));
	}

	@Test
	void theKeyIsNotShown() {
		assertThat(Configured.from(IntakeProperties.class, Map.of("hash-key", Desk.KEY))).asString()
			.doesNotContain(Desk.KEY);
	}

}
