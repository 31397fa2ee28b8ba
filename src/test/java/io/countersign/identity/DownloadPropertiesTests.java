package io.countersign.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DownloadPropertiesTests {

	private static final String KEY = "a key of thirty-two characters or more";

	@Test
	void AT_07_withoutASecondHostThereIsNone() {
		assertThat(Configured.from(DownloadProperties.class, Map.of()))
			.isEqualTo(new DownloadProperties(null, null, Duration.ofMinutes(1)));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(DownloadProperties.class,
				Map.of("base-uri", "https://files.example.org", "key", KEY, "links-stand", "30s")))
			.isEqualTo(new DownloadProperties(URI.create("https://files.example.org"), new Secret(KEY),
					Duration.ofSeconds(30)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://files.example.org", "https://files.example.org:8443/", "http://127.0.0.1:8080" })
	void aSecondHostIsAHostAndPerhapsAPort(String base) {
		assertThat(properties(base, KEY, "1m").isBaseUriUsable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://files.example.org", "files.example.org", "https://files.example.org/a",
			"https://a@files.example.org", "https://files.example.org?x", "mailto:a@files.example.org" })
	void allElseIsNone(String base) {
		assertThat(properties(base, KEY, "1m").isBaseUriUsable()).isFalse();
	}

	@Test
	void AT_08_linksAreSignedWithARealKeyAndStandFiveMinutesAtMost() {
		assertThat(properties("https://files.example.org", "short", "1m").isKeySet()).isFalse();
		assertThat(properties("https://files.example.org", KEY, "1m").isKeySet()).isTrue();
		assertThat(properties("https://files.example.org", KEY, "6m").isLinkShortLived()).isFalse();
		assertThat(properties("https://files.example.org", KEY, "1s").isLinkShortLived()).isFalse();
	}

	@Test
	void AT_07_thePagesOwnHostIsNoSecondOne() {
		var same = properties("https://countersign.example.org:8443", KEY, "1m");

		assertThatIllegalStateException().isThrownBy(() -> new DownloadHost(same, "https://countersign.example.org"))
			.withMessageContaining("countersign.downloads.base-uri = \"https://countersign.example.org:8443\"")
			.withMessageContaining("another host");
	}

	private static DownloadProperties properties(String base, String key, String stands) {
		return Configured.from(DownloadProperties.class, Map.of("base-uri", base, "key", key, "links-stand", stands));
	}

}
