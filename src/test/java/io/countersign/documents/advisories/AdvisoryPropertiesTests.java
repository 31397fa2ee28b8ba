package io.countersign.documents.advisories;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdvisoryPropertiesTests {

	@Test
	void DP_06_withoutASourceNobodyIsAsked() {
		assertThat(Configured.from(AdvisoryProperties.class, Map.of()))
			.isEqualTo(new AdvisoryProperties(null, Set.of()));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(AdvisoryProperties.class,
				Map.of("source", "https://api.osv.dev/v1/querybatch", "accepted", "GHSA-1,GHSA-2")))
			.isEqualTo(new AdvisoryProperties(URI.create("https://api.osv.dev/v1/querybatch"),
					Set.of("GHSA-1", "GHSA-2")));
	}

	@ParameterizedTest
	@CsvSource({ "https://api.osv.dev/v1/querybatch, true", "http://api.osv.dev/v1/querybatch, false",
			"http://localhost:9/x, true", "https://a:b@api.osv.dev/v1/querybatch, false", "file:///etc/passwd, false" })
	void onlyThisMachineIsTalkedToWithoutTls(URI source, boolean safe) {
		assertThat(new AdvisoryProperties(source, Set.of()).isSourceSafe()).isEqualTo(safe);
	}

}
