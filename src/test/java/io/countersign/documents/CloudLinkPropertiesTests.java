package io.countersign.documents;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class CloudLinkPropertiesTests {

	@Test
	void withoutSitesNothingIsFetched() {
		var properties = Configured.from(CloudLinkProperties.class, Map.of());

		assertThat(properties)
			.isEqualTo(new CloudLinkProperties(List.of(), DataSize.ofMegabytes(50), Duration.ofSeconds(5)));
		assertThat(properties.isOurs(URI.create("https://min.sharepoint.com/sites/sager/a.txt"))).isFalse();
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(CloudLinkProperties.class,
				Map.of("sites", "https://min.sharepoint.com/sites/sager,https://min-my.sharepoint.com/personal/anna",
						"max-size", "7MB", "every", "3s")))
			.isEqualTo(new CloudLinkProperties(
					List.of(URI.create("https://min.sharepoint.com/sites/sager"),
							URI.create("https://min-my.sharepoint.com/personal/anna")),
					DataSize.ofMegabytes(7), Duration.ofSeconds(3)));
	}

	@Test
	void IN_15_onlyOurOwnHostsOnTheirUsualPortAreOurs() {
		var properties = sites("https://min.sharepoint.com/sites/sager");

		assertThat(properties.isOurs(URI.create("https://MIN.sharepoint.com/:x:/s/sager/abc?e=1"))).isTrue();
		for (var other : List.of("https://andre.sharepoint.com/sites/sager/a", "https://min.sharepoint.com:8443/a",
				"https://min.sharepoint.com.evil.example/a", "https://min.sharepoint.com@evil.example/a",
				"https://a@min.sharepoint.com/a", "https://evil.example/min.sharepoint.com")) {
			assertThat(properties.isOurs(URI.create(other))).as(other).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://min.sharepoint.com", "https://min.sharepoint.com/",
			"https://min.sharepoint.com//", "http://min.sharepoint.com/sites/sager", "min.sharepoint.com/sites/sager",
			"https://min.sharepoint.com:443/sites/sager", "https://min.sharepoint.com/sites/../",
			"https://min.sharepoint.com/sites/sager?x=1" })
	void aWholeHostIsNoSite(String site) {
		assertThat(sites(site).isEverySiteSingle()).isFalse();
	}

	private static CloudLinkProperties sites(String site) {
		return Configured.from(CloudLinkProperties.class, Map.of("sites", site));
	}

}
