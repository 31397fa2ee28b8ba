package io.countersign.verdicts;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.countersign.scenario.Cast;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.Sandbox;
import io.countersign.scenario.TenantControl;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The corpus of raw replies in thread mode, through the running product. It stands at
 * Exchange Online, so the few replies of other mail servers are left out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ReplyCorpusIT {

	private static final String HASH_KEY = "a-secret-that-is-nowhere-else";

	/**
	 * The name of a request or a question, or a token; {@code SecretsIT} knows cookies.
	 */
	private static final Pattern TELLING = Pattern
		.compile("ask-[0-9]{3}@|countersign\\.ask\\.[0-9a-f]{32}|eyJ[A-Za-z0-9_-]{20,}");

	private static final String EVA_FOR_ANNA = "/mandates/eva-for-anna";

	private final Map<String, Trying> tried = new LinkedHashMap<>();

	private final Map<String, Integer> count = new TreeMap<>();

	private final Map<String, List<JsonNode>> verdicts = new HashMap<>();

	private int placed;

	private String stored = "";

	private String problems = "";

	private String metrics = "";

	private String rejudged = "";

	private Duration took = Duration.ZERO;

	@BeforeAll
	void runs(@TempDir Path folder) throws Exception {
		var signed = SignedReplies.make();
		var began = Instant.now();
		try (var sandbox = Sandbox.start(settings(signed.settings(folder)))) {
			employ(sandbox);
			CorpusReply.all().stream().filter((one) -> one.word("connector").isEmpty()).forEach(this::prepare);
			signed.all().forEach(this::prepare);
			this.tried.values().forEach((one) -> place(sandbox, Cast.EVA, "inbox", one.request(), Trying.ASKED));
			settle(sandbox);
			inPhases(sandbox);
			this.tried.values().forEach((one) -> this.verdicts.put(one.name(), verdicts(one, sandbox.api())));
			this.rejudged = rejudged(sandbox.bean(Environment.class));
			this.stored = stored(sandbox.bean(JdbcClient.class));
			this.problems = problems(sandbox.bean(JdbcClient.class));
			this.metrics = metrics(sandbox.bean(MeterRegistry.class));
		}
		this.took = Duration.between(began, Instant.now());
	}

	@Test
	void VA_01_noForgedReplyCountsInTheRunningProductAndEveryGenuineOneDoes() {
		this.tried.values().forEach(this::isMet);

		System.out.printf("Corpus through the product: %d replies in %d s: %s%n", this.tried.size(),
				this.took.toSeconds(), this.count);
		assertThat(this.tried).hasSizeGreaterThanOrEqualTo(150);
		assertThat(this.count.get("genuine, accepted")).isGreaterThan(55);
	}

	@Test
	void VA_20_everyVerdictComesOutTheSameWhenItIsJudgedOnceMoreOffline() {
		var counts = Pattern
			.compile("(\\d+) verdicts come out as recorded, 0 come out differently, the mails of 0 are forgotten"
					+ "\\R(\\d+) verdicts count or are held, and what is kept does not bear out 0 of them")
			.matcher(this.rejudged);

		assertThat(counts.find()).as(this.rejudged).isTrue();
		assertThat(Integer.parseInt(counts.group(1))).isGreaterThan(400);
		assertThat(Integer.parseInt(counts.group(2))).isGreaterThan(200);
	}

	@Test
	void SE_02_noSecretOfTheConfigurationLiesInTheDatabase() {
		assertThat(this.stored).contains("Ministersvar 001").doesNotContain(HASH_KEY);
	}

	@Test
	void SE_03_neitherWordsNorNamesOfMailsNorSecretsAreLogged(CapturedOutput output) {
		assertThat(output.getAll()).contains("Answer")
			.doesNotContain("Ministersvar 0", "Godkendt", "anna.holm@", "eve@evil", HASH_KEY);
		assertThat(output.getAll()).doesNotContainPattern(TELLING);
	}

	@Test
	void SE_03_norDoMetricsOrKeptFailuresTellOfThem() {
		assertThat(this.metrics).contains("countersign.verdicts.refused", "evil.example");
		for (var kept : List.of(this.metrics, this.problems)) {
			assertThat(kept).doesNotContain("Ministersvar 0", "Godkendt", "anna.holm@", "eve@evil", HASH_KEY)
				.doesNotContainPattern(TELLING);
		}
	}

	/**
	 * Mandates and watches hold for everybody, so replies that need others come later.
	 */
	private void inPhases(Sandbox sandbox) {
		phase(sandbox, (one) -> !one.isWatched() && !one.has("mandate"));
		sandbox.api().put(EVA_FOR_ANNA, mandate("ministersvar"));
		phase(sandbox, (one) -> !one.isWatched() && one.has("mandate", "ministersvar"));
		sandbox.api().put(EVA_FOR_ANNA, mandate("budgetnotat"));
		phase(sandbox, (one) -> !one.isWatched() && one.has("mandate", "budgetnotat"));
		sandbox.api().put(EVA_FOR_ANNA, mandate("ministersvar"));
		List.of(Cast.ANNA, Cast.BO, Cast.EVA).forEach(sandbox.api()::watch);
		phase(sandbox, Trying::isWatched);
	}

	private void phase(Sandbox sandbox, Predicate<Trying> of) {
		var replies = this.tried.values().stream().filter(of).toList();
		replies.stream().filter((one) -> one.has("repeated")).forEach((one) -> {
			place(sandbox, Cast.EVA, "inbox", one.saying("Godkendt herfra").bytes(), Trial.RECEIVED);
			settle(sandbox);
		});
		replies.stream().filter((one) -> one.has("closed")).forEach((one) -> close(sandbox, one));
		for (var one : replies) {
			one.sent().ifPresent((sender) -> place(sandbox, sender, "sentitems", one.bytes(), Trial.RECEIVED));
			place(sandbox, Cast.EVA, "inbox", one.bytes(), Trial.RECEIVED);
		}
		settle(sandbox);
	}

	/** What the command says, without the running product. */
	private static String rejudged(Environment environment) {
		var url = environment.getRequiredProperty("spring.datasource.url");
		var said = new ByteArrayOutputStream();
		OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url },
				new PrintStream(said, true, StandardCharsets.UTF_8));
		return said.toString(StandardCharsets.UTF_8);
	}

	private static List<JsonNode> verdicts(Trying one, ProductApi product) {
		return caseOf(one, product).path("verdicts").valueStream().toList();
	}

	/** Every text in every table. */
	private static String stored(JdbcClient database) {
		var tables = database.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list();
		return tables.stream()
			.map((table) -> database.sql("select coalesce(string_agg(t::text, ' '), '') from %s t".formatted(table))
				.query(String.class)
				.single())
			.collect(Collectors.joining("\n"));
	}

	/** What is kept of exceptions, in every table that keeps any. */
	private static String problems(JdbcClient database) {
		var tables = database.sql("""
				select table_name from information_schema.columns
				where table_schema = 'public' and column_name = 'problem'
				""").query(String.class).list();
		assertThat(tables).isNotEmpty();
		return tables.stream()
			.map((table) -> database.sql("select coalesce(string_agg(problem, ' '), '') from " + table)
				.query(String.class)
				.single())
			.collect(Collectors.joining("\n"));
	}

	private static String metrics(MeterRegistry meters) {
		return meters.getMeters().stream().map((meter) -> meter.getId().toString()).collect(Collectors.joining("\n"));
	}

	private void isMet(Trying one) {
		var all = Objects.requireNonNull(this.verdicts.get(one.name()));
		var counting = all.stream().filter((verdict) -> verdict.path("state").asString().equals("ACTIVE")).toList();
		if (one.isGenuine()) {
			assertThat(counting).as(one.name()).singleElement().satisfies((verdict) -> {
				one.word("outcome").ifPresent((word) -> assertThat(verdict.path("outcome").asString()).isEqualTo(word));
				one.word("level")
					.ifPresent((word) -> assertThat(verdict.path("authenticity").path("level").asString())
						.isEqualTo(word));
			});
			note("genuine, accepted");
		}
		else {
			assertThat(counting).as(one.name()).hasSize(one.has("repeated") ? 1 : 0);
			note(all.isEmpty() ? "not to count, left alone" : "not to count, held");
		}
	}

	private void note(String what) {
		this.count.merge(what, 1, Integer::sum);
	}

	private static JsonNode caseOf(Trying one, ProductApi product) {
		var request = product.all("/messages?internetMessageId=%3C" + one.ask() + "%3E");
		assertThat(request).as(one.name()).hasSize(1);
		var id = request.getFirst().path("case");
		assertThat(id.isString()).as(request.toString()).isTrue();
		return product.get("/cases/" + id.asString());
	}

	private void place(Sandbox sandbox, Correspondent owner, String folder, byte[] mail, Instant received) {
		sandbox.control().place(owner, folder, mail, received);
		this.placed++;
	}

	/** Everything that was placed is on record, and nothing is due. */
	private void settle(Sandbox sandbox) {
		await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(250)).until(() -> {
			var status = sandbox.api().status();
			var seen = status.path("mailboxes").valueStream().mapToInt((one) -> one.path("seen").asInt()).sum();
			return seen >= this.placed && status.path("pending").asInt() == 0;
		});
	}

	private static void close(Sandbox sandbox, Trying one) {
		var id = caseOf(one, sandbox.api()).path("id").asString();
		assertThat(sandbox.bean(JdbcClient.class)
			.sql("update case_file set state = 'CLOSED' where id = :id")
			.param("id", id)
			.update()).isOne();
	}

	private static void employ(Sandbox sandbox) {
		for (var person : List.of(Cast.ANNA, Cast.BO, Cast.DAN, Cast.EVA)) {
			sandbox.control().employ(person, person.jobTitle());
			sandbox.api().know(person, person.level());
		}
		sandbox.api().know(Trying.PIA, "kontorchef");
		sandbox.api().put("/watches/" + Cast.EVA.address(), Map.of("folders", List.of("inbox"), "mode", "read-only"));
	}

	private static Map<String, ?> mandate(String category) {
		return Map.of("principal", Trial.ANNA.value(), "delegate", Trial.EVA.value(), "from",
				Trial.RECEIVED.minus(Duration.ofDays(1)).toString(), "to",
				Trial.RECEIVED.plus(Duration.ofDays(1)).toString(), "categories", List.of(category));
	}

	private static Map<String, String> settings(Map<String, String> ofSignatures) {
		var settings = new HashMap<>(ofSignatures);
		settings.put("countersign.verdicts.trust.tenant-id", Policy.TENANT);
		settings.put("countersign.verdicts.trust.accepted-domains", "min.example");
		settings.put("countersign.verdicts.trust.service-ranges", "10.0.0.0/8,40.107.0.0/16,2603:10a6::/32,fe80::/10");
		settings.put("countersign.verdicts.least-proof.klagesag", "A3");
		settings.put("countersign.intake.hash-key", HASH_KEY);
		settings.put("countersign.watch.every", "2s");
		settings.put("countersign.watch.breath", "100ms");
		return settings;
	}

	private void prepare(CorpusReply reply) {
		var one = new Trying(reply, this.tried.size());
		this.tried.put(one.name(), one);
	}

}
