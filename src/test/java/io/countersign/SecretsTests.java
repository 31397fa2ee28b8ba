package io.countersign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import io.countersign.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Where secrets come from, and where they do not stand. */
class SecretsTests {

	private static final Pattern SECRET = Pattern.compile("(?:password|secret|hash-key): *(\\S+)");

	@Test
	void SE_01_aSecretComesFromAFileThePlatformGives(@TempDir Path given) throws IOException {
		Files.writeString(given.resolve("INTAKE_HASH_KEY"), "from a file of the platform");

		try (var context = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE)
			.properties("spring.config.location=optional:classpath:/none/",
					"spring.config.import=configtree:%s/".formatted(given), "key=${INTAKE_HASH_KEY}")
			.run()) {
			assertThat(context.getEnvironment().getProperty("key")).isEqualTo("from a file of the platform");
		}
	}

	@Test
	void SE_01_theExampleConfigurationHoldsNoSecret() throws IOException {
		var found = SECRET.matcher(Files.readString(Path.of("config/application.yaml")))
			.results()
			.map((match) -> match.group(1))
			.toList();

		assertThat(found).isNotEmpty().allMatch((value) -> value.startsWith("${"));
	}

	@Test
	void SE_03_aSecretIsNotShown() {
		assertThat(new Secret("geheim")).asString().doesNotContain("geheim");
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
