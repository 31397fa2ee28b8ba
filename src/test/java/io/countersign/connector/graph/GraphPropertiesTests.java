package io.countersign.connector.graph;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Secret;
import io.countersign.support.Configured;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraphPropertiesTests {

	@Test
	void theDefaults() {
		assertThat(Configured.from(GraphProperties.class, Map.of("client-id", "id", "tenant-id", "t")))
			.isEqualTo(new GraphProperties(URI.create("https://graph.microsoft.com/v1.0"), "t", "id", null, null, null,
					null, 50, Duration.ofDays(3), Duration.ofSeconds(30), Duration.ofSeconds(45),
					Duration.ofMinutes(15), 12_000, null));
	}

	@Test
	void everyPropertyBinds() {
		assertThat(Configured.from(GraphProperties.class,
				Map.ofEntries(Map.entry("base-url", "https://graph.microsoft.us/v1.0"), Map.entry("tenant-id", "t"),
						Map.entry("client-id", "id"), Map.entry("client-secret", "s"),
						Map.entry("client-certificate", "/run/c.pem"),
						Map.entry("token-uri", "https://t.example/token"),
						Map.entry("notification-url", "https://n.example"), Map.entry("page-size", "7"),
						Map.entry("subscription-life", "1d"), Map.entry("read-timeout", "2s"),
						Map.entry("turn-lease", "3s"), Map.entry("directory-every", "4m"),
						Map.entry("notifications-per-minute", "5"), Map.entry("foreign-mailbox", "king@min.example"))))
			.isEqualTo(new GraphProperties(URI.create("https://graph.microsoft.us/v1.0"), "t", "id", new Secret("s"),
					Path.of("/run/c.pem"), URI.create("https://t.example/token"), URI.create("https://n.example"), 7,
					Duration.ofDays(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(4), 5,
					new EmailAddress("king@min.example")));
	}

	@Test
	void theSecretIsNotShown() {
		assertThat(Configured.from(GraphProperties.class, Map.of("client-id", "id", "client-secret", "geheim")))
			.asString()
			.doesNotContain("geheim");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://login.example/token", "ftp://localhost.example/token" })
	void IN_17_aTokenEndpointWithoutTlsIsRefused(String endpoint) {
		assertThat(faults(endpoint)).containsExactly("tokenUriSafe");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://login.example/token", "http://localhost:8090/token", "http://127.0.0.1/token" })
	void aTokenEndpointWithTlsOrOnThisMachineIsAccepted(String endpoint) {
		assertThat(faults(endpoint)).isEmpty();
	}

	private static Iterable<String> faults(String endpoint) {
		var properties = Configured.from(GraphProperties.class, Map.of("client-id", "id", "token-uri", endpoint));
		try (var validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator()
				.validate(properties)
				.stream()
				.map((fault) -> fault.getPropertyPath().toString())
				.toList();
		}
	}

}
