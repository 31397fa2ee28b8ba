package io.countersign.pages;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.scenario.Letter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Marked words and the true values of cookies, tokens and asks go through every door of
 * the running product, rightly and wrongly, and are looked for wherever it says anything
 * but to whom they belong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SecretsIT {

	/** Nothing else in the tests says it. */
	private static final String TYPED = "Hvidtjoern";

	private static final String MAILED = "Sortehoej";

	private static final String HASH_KEY = "a-key-that-stands-" + UUID.randomUUID();

	private static final List<Role> PROGRAMS = List.of(Role.CASE_SYSTEM, Role.ADMIN_PROGRAM, Role.FOR_SECRETARIAT);

	private static final List<Role> PEOPLE = List.of(Role.APPROVER, Role.SECRETARIAT, Role.ADMIN);

	private final House house = House.open(0, Map.of("countersign.intake.hash-key", HASH_KEY));

	private final Set<String> secrets = new HashSet<>();

	private final Set<String> asks = new HashSet<>();

	private final List<String> refusals = new ArrayList<>();

	private String logged = "";

	@BeforeAll
	void everybodyKnocksEverywhere(CapturedOutput output) {
		for (var role : Role.values()) {
			if (role.isPerson()) {
				this.house.employ(role, role.jobTitle(), "Jura");
			}
		}
		deliver();
		var step = new Doorstep(this.house);
		knockAll(PROGRAMS, step, true);
		knockAll(PEOPLE, step, false);
		this.asks.addAll(asks(step));
		this.logged = output.getAll();
	}

	@AfterAll
	void closes() {
		this.house.close();
	}

	@Test
	void SE_03_nothingOfThatIsLogged() {
		assertThat(this.logged).contains("Answer sent");
		assertThat(found(this.logged, everything())).isEmpty();
	}

	@Test
	void SE_03_norIsItMeasured() {
		var metrics = this.house.bean(PrometheusMeterRegistry.class).scrape();

		assertThat(metrics).contains("http_server_requests");
		assertThat(found(metrics, everything())).isEmpty();
	}

	/** A refusal may repeat what was typed to whoever typed it, and names the door. */
	@Test
	void SE_03_norIsItSaidInARefusal() {
		assertThat(this.refusals).hasSizeGreaterThan(300);
		var others = new HashSet<>(this.secrets);
		others.addAll(List.of(MAILED, HASH_KEY));
		assertThat(found(String.join("\n", this.refusals), others)).isEmpty();
	}

	@Test
	void SE_03_norIsItKeptOfAFailure() {
		assertThat(found(texts("column_name = 'problem'"), everything())).isEmpty();
	}

	@Test
	void SE_03_noSessionAndNoTokenLiesInTheDatabase() {
		var others = new HashSet<>(this.secrets);
		others.add(HASH_KEY);
		assertThat(found(texts("data_type in ('text', 'character varying', 'jsonb', 'ARRAY')"), others)).isEmpty();
	}

	/** What PostgreSQL says of a row that it does not take quotes it. */
	@Test
	void SE_03_noFailureOfTheDatabaseTellsARow() {
		var failure = catchThrowableOfType(DataIntegrityViolationException.class,
				() -> this.house.bean(JdbcClient.class)
					.sql("insert into review (message, reason) values (null, ?)")
					.param(MAILED)
					.update());

		assertThat(failure).hasMessageContaining("null value").hasStackTraceContaining("PSQLException");
		assertThat(failure).message().doesNotContain(MAILED);
		assertThat(failure.getMostSpecificCause()).message().doesNotContain(MAILED);
	}

	/** What is not there tells nothing. */
	@Test
	void SE_03_noTracesAreMade() {
		assertThat(List.of("io.micrometer.tracing.Tracer", "io.opentelemetry.sdk.trace.SdkTracerProvider"))
			.noneMatch((name) -> ClassUtils.isPresent(name, null));
	}

	private void deliver() {
		var approver = new EmailAddress(Role.APPROVER.address());
		var post = new Post(this.house);
		var letter = Letter
			.of(Staff.DAN, List.of(Role.APPROVER), MAILED + " om lejemaal", "Maa vi leje " + MAILED + "?",
					ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusHours(1))
			.with(MAILED + ".docx", "This is no file of Word but " + MAILED);
		post.deliver(letter, approver);
	}

	private void knockAll(List<Role> roles, Doorstep step, boolean ofTheApi) {
		for (var role : roles) {
			var knocker = Knocker.of(role, this.house);
			this.secrets.addAll(knocker.secrets());
			Doors.fields(this.house).forEach((door, fields) -> {
				if (door.contains("/api/") == ofTheApi) {
					var knock = Doors.knock(door);
					knocker.knock(knock.typing(TYPED), step);
					fields.forEach((field) -> knocker.knock(knock.saying(field, TYPED), step));
				}
			});
			this.secrets.addAll(knocker.secrets());
			this.refusals.addAll(knocker.refusals());
		}
	}

	private Set<String> asks(Doorstep step) {
		return this.house.bean(Cases.class)
			.get(new CaseId(step.fill("{id}")))
			.asks()
			.stream()
			.map((ask) -> ask.id().value())
			.collect(Collectors.toSet());
	}

	private Set<String> everything() {
		var everything = new HashSet<>(this.secrets);
		everything.addAll(this.asks);
		everything.addAll(List.of(TYPED, MAILED, HASH_KEY));
		assertThat(this.asks).isNotEmpty();
		assertThat(this.secrets).hasSizeGreaterThanOrEqualTo(PROGRAMS.size() * 2 + PEOPLE.size() * 3);
		return everything;
	}

	/** In clear, or as a proxy or a dump would have written it. */
	private static List<String> found(String output, Set<String> secrets) {
		return secrets.stream()
			.filter((secret) -> secret.length() > 3)
			.filter((secret) -> output.contains(secret) || output.contains(Knocker.encoded(secret))
					|| output.contains(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
			.map((secret) -> secret + " in " + around(output, secret))
			.toList();
	}

	private static String around(String output, String secret) {
		var at = Math.max(0, output.indexOf(secret));
		return output.substring(Math.max(0, at - 200), Math.min(output.length(), at + 100));
	}

	/** All that such columns hold, in every table. */
	private String texts(String columns) {
		var database = this.house.bean(JdbcClient.class);
		return database.sql("""
				select distinct format('select coalesce(string_agg(%%I::text, chr(10)), '''') from %%I',
						column_name, table_name)
				from information_schema.columns where table_schema = 'public' and %s
				""".formatted(columns))
			.query(String.class)
			.list()
			.stream()
			.map((query) -> database.sql(Objects.requireNonNull(query)).query(String.class).single())
			.collect(Collectors.joining("\n"));
	}

}
