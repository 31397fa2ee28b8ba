package io.countersign.triage;

import java.time.Period;
import java.util.List;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionPropertiesTests {

	@Test
	void DP_01_nothingIsPurgedBeforeSomebodyHasSaidHowLongItIsKept() {
		assertThat(Configured.from(RetentionProperties.class, Map.of()))
			.isEqualTo(new RetentionProperties(null, List.of()));
	}

	@Test
	void DP_01_everyCategoryBinds() {
		var bound = Configured.from(RetentionProperties.class, Map.of("cases", "10y", "categories[0].kind", "presse",
				"categories[0].keep", "18m", "categories[1].kind", "indkøb", "categories[1].keep", "90d"));

		assertThat(bound.of("Presse")).contains(Period.ofMonths(18));
		assertThat(bound.of("indkøb")).contains(Period.ofDays(90));
		assertThat(bound.of("budget")).contains(Period.ofYears(10));
	}

	@Test
	void DP_01_aTimeThatIsNoneIsRefused() {
		assertThatThrownBy(() -> Configured.from(RetentionProperties.class, Map.of("cases", "0d")))
			.hasRootCauseMessage("A case is kept for some time, for instance 5y, 18m or 90d");
	}

}
