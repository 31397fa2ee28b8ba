package io.countersign.protection;

import java.time.Period;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProtectionPropertiesTests {

	@Test
	void DP_04_whoHasReadWhatIsKnownForTwoYearsOrAsLongAsIsSaid() {
		assertThat(Configured.from(ProtectionProperties.class, Map.of()).keepAccesses()).isEqualTo(Period.ofYears(2));
		assertThat(Configured.from(ProtectionProperties.class, Map.of("keep-accesses", "180d")).keepAccesses())
			.isEqualTo(Period.ofDays(180));
		assertThatThrownBy(() -> Configured.from(ProtectionProperties.class, Map.of("keep-accesses", "-1d")))
			.hasRootCauseMessage("Who has read what is kept for some time, for instance 2y or 180d");
	}

}
