package io.countersign;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationCheckTests {

	private final ApplicationContextRunner product = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class)
		.withBean(ConfigurationCheck.class);

	@Test
	void everythingMissingIsNamedAtOnceWithWhatBelongsThere() {
		assertThat(faults(this.product)).containsExactlyInAnyOrder(
				"spring.datasource.url is missing: it is the PostgreSQL database, for instance "
						+ "jdbc:postgresql://db.example.org/countersign",
				"countersign.mail.base-url is missing: it is where Graph is",
				"countersign.page.colour is missing: it is one of ours");
	}

	@Test
	void aWrongValueIsNamedWithKeyValueAndWhatIsAllowed() {
		assertThat(faults(complete().withPropertyValues("countersign.mail.read-every=often")))
			.containsExactly("countersign.mail.read-every = \"often\": it must be a time span, for instance "
					+ "250ms, 30s, 5m or 2h");
		assertThat(faults(complete().withPropertyValues("countersign.mail.readers=many")))
			.containsExactly("countersign.mail.readers = \"many\": it must be a whole number");
		assertThat(faults(complete().withPropertyValues("countersign.mail.readers=65")))
			.containsExactly("countersign.mail.readers = \"65\": it must be less than or equal to 64");
		assertThat(faults(complete().withPropertyValues("countersign.page.colour=mauve")))
			.containsExactly("countersign.page.colour = \"mauve\": it must be one of green, dark-red");
	}

	@Test
	void aRuleOverSeveralKeysNamesTheOneToLookAt() {
		assertThat(faults(complete().withPropertyValues("countersign.mail.base-url=http://mail.example.org/")))
			.containsExactly("countersign.mail.base-url = \"http://mail.example.org/\": it starts with https://");
	}

	@Test
	void SE_03_aSecretIsNeverShown() {
		assertThat(faults(complete().withPropertyValues("countersign.page.hash-key=13")))
			.containsExactly("countersign.page.hash-key = (not shown): it must be less than or equal to 9");
	}

	@Test
	void aCompleteConfigurationStarts() {
		complete().run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner complete() {
		return this.product.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost/countersign",
				"countersign.mail.base-url=https://graph.microsoft.com/v1.0", "countersign.page.colour=dark-red");
	}

	private static List<String> faults(ApplicationContextRunner product) {
		var found = new java.util.ArrayList<String>();
		product.run((context) -> {
			assertThat(context).getFailure().isInstanceOf(ConfigurationIncomplete.class);
			var failure = (ConfigurationIncomplete) context.getStartupFailure();
			assertThat(failure).isNotNull();
			failure.faults().forEach((fault) -> found.add(fault.toString()));
		});
		return found;
	}

	enum Colour {

		GREEN, DARK_RED

	}

	@ConfigurationProperties("countersign.mail")
	record MailSettings(@NotNull(message = "is where Graph is") URI baseUrl, @DefaultValue("30s") Duration readEvery,
			@DefaultValue("4") @Max(64) int readers) {

		@AssertTrue(message = "base-url starts with https://")
		boolean isBaseUrlSafe() {
			return this.baseUrl == null || "https".equals(this.baseUrl.getScheme());
		}

	}

	@ConfigurationProperties("countersign.page")
	record PageSettings(@NotNull(message = "is one of ours") Colour colour, @DefaultValue("1") @Max(9) int hashKey) {
	}

	@EnableConfigurationProperties({ MailSettings.class, PageSettings.class })
	static class Settings {

	}

}
