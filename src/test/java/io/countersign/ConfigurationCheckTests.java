package io.countersign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.identity.Secret;
import io.countersign.support.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator has set wrong is told to him, over the keys the product really has.
 */
@Execution(ExecutionMode.CONCURRENT)
class ConfigurationCheckTests {

	/** What any text can be. */
	private static final Set<Class<?>> TEXTS = Set.of(String.class, Secret.class, Path.class, Map.class);

	private static final List<Class<?>> RECORDS = KnownKeys.records();

	private static final Map<String, String> COMPLETE = Map.ofEntries(
			Map.entry("spring.datasource.url", "jdbc:postgresql://localhost/countersign"),
			Map.entry("countersign.tenant", "min"),
			Map.entry("countersign.sign-in.issuer", "https://login.example.org/min/v2.0"),
			Map.entry("countersign.sign-in.client-id", "countersign"),
			Map.entry("countersign.sign-in.client-secret", "secret"), Map.entry("countersign.graph.tenant-id", "min"),
			Map.entry("countersign.graph.client-id", "countersign"),
			Map.entry("countersign.journal.seal.directory", "/var/lib/countersign/seal"),
			Map.entry("countersign.intake.hash-key", "a-key-of-sixteen-letters"),
			Map.entry("countersign.content.master-key", MasterKey.HEX),
			Map.entry("countersign.writeback.mailbox", "countersign@min.example"),
			Map.entry("countersign.writeback.base-url", "https://countersign.min.example"));

	private static final Map<String, String> ON_PREMISES = Map.of("countersign.connector.kind", "mail",
			"countersign.mail.imap.host", "imap.min.example", "countersign.mail.imap.password", "secret",
			"countersign.mail.smtp.host", "smtp.min.example", "countersign.mail.accounts[0].address",
			"anna@min.example", "countersign.mail.accounts[0].password", "secret",
			"countersign.verdicts.costly[0].above.DKK", "500000", "countersign.verdicts.costly[0].least", "A4");

	private final ApplicationContextRunner product = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class)
		.withBean(ConfigurationCheck.class);

	@Test
	void everythingMissingIsNamedAtOnceWithWhatBelongsThere() {
		assertThat(faults(this.product))
			.anyMatch((fault) -> fault.startsWith("spring.datasource.url is missing: it is "))
			.anyMatch((fault) -> fault.startsWith("countersign.sign-in.issuer is missing: it is the issuer"))
			.anyMatch((fault) -> fault.startsWith("countersign.content.master-key is missing: it is the key without"))
			.anyMatch((fault) -> fault.startsWith("countersign.writeback.mailbox is missing"))
			.hasSizeGreaterThan(8);
	}

	@Test
	void aCompleteConfigurationStarts() {
		with(Map.of()).run((context) -> assertThat(context).hasNotFailed());
		with(ON_PREMISES).run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@MethodSource("keysOfValues")
	void aValueOfTheWrongKindIsNamedWithItsKeyAndWhatIsAllowed(String key) {
		assertThat(faultsOf(key, "no such value")).singleElement()
			.asString()
			.startsWith(key + " = \"no such value\": it must be ")
			.matches(".* it must be (one of .+|true or false|a whole number|a number|an? .+, for instance .+)");
	}

	static Stream<String> keysOfValues() {
		return new KnownKeys(RECORDS).types()
			.entrySet()
			.stream()
			.filter((key) -> !TEXTS.contains(key.getValue()))
			.map(Map.Entry::getKey)
			.sorted()
			.map(ConfigurationCheckTests::ofTheFirst);
	}

	@ParameterizedTest
	@MethodSource("timeSpans")
	void noTimeSpanGoesBack(String key) {
		assertThat(faultsOf(key, "-1s")).isNotEmpty()
			.allSatisfy((fault) -> assertThat(fault).startsWith(key + " = \"-1s\": it must be "));
	}

	static Stream<String> timeSpans() {
		return new KnownKeys(RECORDS).types()
			.entrySet()
			.stream()
			.filter((key) -> key.getValue() == Duration.class)
			.map(Map.Entry::getKey)
			.sorted();
	}

	@ParameterizedTest
	@CsvSource({ "countersign.watch.lease, 0s", "countersign.watch.every, 0s", "countersign.intake.lease, 1s",
			"countersign.writeback.lease, 1h", "countersign.writeback.every, 0s",
			"countersign.graph.subscription-life, 30d", "countersign.graph.turn-lease, 30s",
			"countersign.graph.read-timeout, 0s", "countersign.extraction.limits.files, 0",
			"countersign.mail.timeout, 0s" })
	void aValueOutOfBoundsIsNamedWithItsKeyAndTheBounds(String key, String value) {
		assertThat(faultsOf(key, value)).singleElement()
			.asString()
			.startsWith("%s = \"%s\": it must be ".formatted(key, value));
	}

	@Test
	void aRuleOverSeveralKeysNamesTheOneToLookAt() {
		assertThat(faults(with(Map.of("countersign.graph.token-uri", "http://login.example.org/"))))
			.containsExactly("countersign.graph.token-uri = \"http://login.example.org/\": it starts with https://, "
					+ "for a token is only as secret as its way; http:// serves this machine alone");
	}

	@ParameterizedTest
	@CsvSource({ "http://heads.min.example/in?token=hush, http://heads.min.example/in",
			"https://eva:hush@heads.min.example/in, https://heads.min.example/in",
			"http://eva:hu/sh@heads.min.example/in, http://(not shown)",
			"http://eva:hu?sh@heads.min.example/in, http://(not shown)",
			"http://heads.min.example/in?to=a@b.example&token=hush, http://(not shown)",
			"http://heads.min.example#hush, http://heads.min.example",
			"ftp://heads.min.example, ftp://heads.min.example",
			"http://localhost.min.example, http://localhost.min.example", "heads.min.example, heads.min.example",
			"https:///hush, https:///hush" })
	void aPlaceForHeadsIsRefusedWhereItsWayIsOpenAndNeitherLoginNorQueryIsShown(String value, String shown) {
		assertThat(faultsOf("countersign.journal.seal.webhook", value))
			.containsExactly("countersign.journal.seal.webhook = \"%s\": it must be an address that begins with "
				.formatted(shown)
					+ "https://, without a name or password in it, for a head that can be changed on its way proves "
					+ "nothing; http:// serves this machine alone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://heads.min.example/in?token=hush", "http://localhost:8090/in",
			"http://127.0.0.1/in", "http://[::1]:9000/" })
	void aPlaceForHeadsIsTakenWhereItsWayIsClosedOrOnThisMachine(String value) {
		assertThat(faultsOf("countersign.journal.seal.webhook", value)).isEmpty();
	}

	@Test
	void anAddressThatCannotBeReadShowsNeitherLoginNorQuery() {
		assertThat(faultsOf("countersign.journal.seal.webhook", "https://eva:hush@heads in.example/?token=hush"))
			.singleElement()
			.asString()
			.doesNotContain("hush")
			.contains("https://heads in.example/");
	}

	@ParameterizedTest
	@CsvSource({ "countersign.graph.notification-uri, countersign.graph.notification-url",
			"countersign.grpah.page-size, countersign.graph.page-size",
			"countersign.watch.leases, countersign.watch.lease",
			"countersign.verdicts.trust.tennant-id, countersign.verdicts.trust.tenant-id",
			"countersign.content.s3.buckett, countersign.content.s3.bucket" })
	void aMisspeltKeyIsToldWithTheNearestAndWithoutItsValue(String misspelt, String meant) {
		assertThat(faults(with(Map.of(misspelt, "13"))))
			.containsExactly("%s is no key of Countersign's; the nearest one is %s".formatted(misspelt, meant));
	}

	@Test
	void ofTheEnvironmentOnlyWhatIsAlmostAKeyIsTold() {
		var environment = Map.<String, Object>of("COUNTERSIGN_GRAPH_NOTIFICATION_URI", "https://x.example",
				"COUNTERSIGN_GRAPH_PAGESIZE", "50", "COUNTERSIGN_WRITEBACK_SECRETARIAT_0", "eva@min.example",
				"COUNTERSIGN_PORT_8081_TCP_ADDR", "10.0.0.1", "COUNTERSIGN_SERVICE_HOST", "10.0.0.1");

		assertThat(faults(with(Map.of()).withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))))
			.containsExactly("countersign.graph.notification.uri is no key of Countersign's; "
					+ "the nearest one is countersign.graph.notification-url");
	}

	@Test
	void SE_03_aSecretIsNeverShown() {
		assertThat(faults(with(Map.of("countersign.intake.hash-key", "short")))).singleElement()
			.asString()
			.startsWith("countersign.intake.hash-key = (not shown): it ");
		assertThat(faults(with(Map.of("countersign.graph.client-secrte", "1234"))).toString()).doesNotContain("1234");
	}

	/** Of the one record the key belongs to. */
	private static List<String> faultsOf(String key, String value) {
		var environment = new MockEnvironment();
		settings(Map.of(key, value)).forEach(environment::setProperty);
		var record = RECORDS.stream()
			.filter((type) -> key.startsWith(prefix(type) + "."))
			.max(Comparator.comparingInt((type) -> prefix(type).length()))
			.orElseThrow();
		return ConfigurationCheck.faults(environment, record).stream().map(ConfigurationFault::toString).toList();
	}

	private static String prefix(Class<?> record) {
		return record.getAnnotation(ConfigurationProperties.class).value();
	}

	private ApplicationContextRunner with(Map<String, String> more) {
		return this.product.withPropertyValues(settings(more).entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.toArray(String[]::new));
	}

	private static Map<String, String> settings(Map<String, String> more) {
		var settings = new HashMap<>(COMPLETE);
		if (more.keySet().stream().anyMatch((key) -> key.startsWith("countersign.mail."))) {
			settings.putAll(ON_PREMISES);
		}
		settings.putAll(more);
		return settings;
	}

	/** A key of what is in a list, as one writes it. */
	private static String ofTheFirst(String key) {
		return key.replace("countersign.mail.accounts.", "countersign.mail.accounts[0].")
			.replace("countersign.verdicts.costly.", "countersign.verdicts.costly[0].")
			.replace("countersign.retention.categories.", "countersign.retention.categories[0].");
	}

	private static List<String> faults(ApplicationContextRunner product) {
		var found = new ArrayList<String>();
		product.run((context) -> {
			assertThat(context).getFailure().isInstanceOf(ConfigurationIncomplete.class);
			var failure = (ConfigurationIncomplete) context.getStartupFailure();
			assertThat(failure).isNotNull();
			failure.faults().forEach((fault) -> found.add(fault.toString()));
		});
		return found;
	}

	@ConfigurationPropertiesScan("io.countersign")
	static class Settings {

	}

}
