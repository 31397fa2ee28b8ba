package io.countersign.documents;

import java.time.Duration;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ScanPropertiesTests {

	@Test
	void AT_09_withoutAnAddressThereIsNoScanner() {
		var properties = Configured.from(ScanProperties.class, Map.of());

		assertThat(properties).isEqualTo(
				new ScanProperties(null, Duration.ofMinutes(2), DataSize.ofMegabytes(100), 2, Duration.ofSeconds(5)));
		assertThat(properties.scanner()).isEmpty();
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(ScanProperties.class,
				Map.of("address", "tcp://clamav:3310", "timeout", "9s", "max-stream", "8MB", "scanners", "7", "every",
						"6s")))
			.isEqualTo(new ScanProperties("tcp://clamav:3310", Duration.ofSeconds(9), DataSize.ofMegabytes(8), 7,
					Duration.ofSeconds(6)));
	}

	@Test
	void AT_09_anAddressThatCannotBeUsedIsNoReasonToGoWithout() {
		assertThat(properties("clamav", "2m", "100MB").isAddressUsable()).isFalse();
		assertThat(properties("", "2m", "100MB").isAddressUsable()).isFalse();
		assertThat(properties("tcp://clamav:3310", "2m", "100MB").isAddressUsable()).isTrue();
		assertThat(properties("tcp://clamav:3310", "0s", "100MB").isTimeoutBearable()).isFalse();
		assertThat(properties("tcp://clamav:3310", "2h", "100MB").isTimeoutBearable()).isFalse();
		assertThat(properties("tcp://clamav:3310", "2m", "0MB").isMaxStreamBearable()).isFalse();
		assertThat(properties("tcp://clamav:3310", "2m", "3GB").isMaxStreamBearable()).isFalse();
	}

	private static ScanProperties properties(String address, String timeout, String maxStream) {
		return Configured.from(ScanProperties.class,
				Map.of("address", address, "timeout", timeout, "max-stream", maxStream));
	}

}
