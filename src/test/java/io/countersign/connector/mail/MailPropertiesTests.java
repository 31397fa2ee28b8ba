package io.countersign.connector.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.countersign.connector.mail.MailProperties.Security;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Secret;
import io.countersign.support.Configured;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailPropertiesTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private static final Map<String, Object> LEAST = Map.of("imap.host", "imap.min.example", "imap.password", "geheim",
			"smtp.host", "smtp.min.example");

	@Test
	void theDefaults() {
		var properties = with(Map.of());

		assertThat(properties.imap()).isEqualTo(new MailProperties.Imap("imap.min.example", 993, Security.TLS,
				"{address}", new Secret("geheim"), "Sent", "Drafts"));
		assertThat(properties.smtp())
			.isEqualTo(new MailProperties.Smtp("smtp.min.example", 587, Security.STARTTLS, null, null));
		assertThat(properties.accounts()).isEmpty();
		assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(15));
		assertThat(faults(Map.of())).isEmpty();
	}

	@Test
	void everyPropertyBinds() {
		var settings = new HashMap<String, Object>();
		settings.putAll(Map.of("imap.port", "143", "imap.security", "starttls", "imap.user", "{name}*bridge",
				"imap.sent", "Sendt post", "imap.drafts", "Kladder", "smtp.port", "465", "smtp.security", "tls",
				"smtp.user", "bridge", "smtp.password", "s"));
		settings.putAll(Map.of("accounts[0].address", "bo@min.example", "accounts[0].user", "bo",
				"accounts[0].password", "b", "timeout", "3s"));
		var properties = with(settings);

		assertThat(properties.imap()).isEqualTo(new MailProperties.Imap("imap.min.example", 143, Security.STARTTLS,
				"{name}*bridge", new Secret("geheim"), "Sendt post", "Kladder"));
		assertThat(properties.smtp())
			.isEqualTo(new MailProperties.Smtp("smtp.min.example", 465, Security.TLS, "bridge", new Secret("s")));
		assertThat(properties.accounts())
			.isEqualTo(List.of(new MailProperties.Account(new EmailAddress("bo@min.example"), "bo", new Secret("b"))));
		assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void aMailboxIsOpenedByItsOwnLoginOrByThatOfAll() {
		var properties = with(Map.of("imap.user", "{name}*bridge", "accounts[0].address", "bo@min.example",
				"accounts[0].password", "b"));

		assertThat(properties.login(ANNA)).contains(new MailProperties.Login("anna*bridge", new Secret("geheim")));
		assertThat(properties.login(new EmailAddress("bo@min.example")))
			.contains(new MailProperties.Login("bo*bridge", new Secret("b")));
	}

	@Test
	void noPasswordIsShown() {
		assertThat(with(Map.of("smtp.user", "bridge", "smtp.password", "geheim"))).asString().doesNotContain("geheim");
	}

	@ParameterizedTest
	@CsvSource({ "imap.security, imapSafe", "smtp.security, smtpSafe" })
	void IN_17_onlyThisMachineIsTalkedToWithoutTls(String key, String rule) {
		assertThat(faults(Map.of(key, "none"))).containsExactly(rule);
		assertThat(faults(Map.of(key, "none", key.replace("security", "host"), "localhost"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "imap.host, '', imap.host", "smtp.host, '', smtp.host", "imap.port, 0, imap.port",
			"imap.port, 65536, imap.port", "smtp.port, 0, smtp.port", "smtp.user, bridge, smtpLoginWhole",
			"imap.user, '', imap.user" })
	void aWrongValueIsNamed(String key, String value, String fault) {
		assertThat(faults(Map.of(key, value))).containsExactly(fault);
	}

	private static List<String> faults(Map<String, Object> settings) {
		try (var validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator()
				.validate(with(settings))
				.stream()
				.map(ConstraintViolation::getPropertyPath)
				.map(Object::toString)
				.toList();
		}
	}

	private static MailProperties with(Map<String, Object> settings) {
		var all = new HashMap<>(LEAST);
		all.putAll(settings);
		return Configured.from(MailProperties.class, all);
	}

}
