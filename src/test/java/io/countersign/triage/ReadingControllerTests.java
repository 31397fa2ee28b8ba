package io.countersign.triage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.reading.Reader;
import io.countersign.support.CoreApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

@SpringBootTest(classes = { CoreApi.Modules.class, ReadingControllerTests.ReadingOnly.class },
		properties = "spring.flyway.enabled=false")
@AutoConfigureMockMvc
class ReadingControllerTests {

	private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

	@Autowired
	private MockMvcTester api;

	@Test
	void aRequestIsReadWithItsDeadlineAndTheWordsItRestsOn() {
		var body = assertThat(json("""
				{"id": "m1", "subject": "Skolebusserne", "from": "Anna Holm <anna@min.example>",
				 "to": ["Karen Lyng <karen@min.example>"], "sentAt": "2026-11-27T15:00:00+01:00",
				 "text": "Karen, lav et notat om skolebusserne inden onsdag kl. 10."}""")).hasStatusOk().bodyJson();

		body.extractingPath("$.id").isEqualTo("m1");
		body.extractingPath("$.language").isEqualTo("da");
		body.extractingPath("$.visibleText").isEqualTo("Karen, lav et notat om skolebusserne inden onsdag kl. 10.");
		body.extractingPath("$.request.intent").isEqualTo("TASK_ORDER");
		body.extractingPath("$.request.askedOf").asArray().containsExactly("karen@min.example");
		body.extractingPath("$.request.deadline.at").isEqualTo("2026-12-02T09:00:00Z");
		body.extractingPath("$.request.deadline.certain").isEqualTo(true);
		body.extractingPath("$.request.deadline.local").isEqualTo("2026-12-02T10:00:00");
		body.extractingPath("$.request.evidence[0].quote").asString().startsWith("Karen, lav et notat");
		body.extractingPath("$.request.evidence[0].start").isEqualTo(0);
		body.extractingPath("$.verdict.outcome").isEqualTo("NONE");
	}

	@Test
	void anAnswerIsReadForItsVerdict() {
		var body = assertThat(json("""
				{"subject": "SV: Indstilling", "from": "anna@min.example", "to": "dan@min.example",
				 "text": "Godkendt.", "asked": "Kan du godkende indstillingen?"}""")).hasStatusOk().bodyJson();

		body.extractingPath("$.id").isNull();
		body.extractingPath("$.request.deadline").isNull();
		body.extractingPath("$.verdict.outcome").isEqualTo("APPROVED");
		body.extractingPath("$.verdict.needsConfirmation").isEqualTo(false);
		body.extractingPath("$.verdict.evidence[0].quote").asString().startsWith("Godkendt");
	}

	@Test
	void aWholeMailIsTakenApartAndRead() {
		var mail = """
				Message-ID: <one@min.example>
				From: Dan Friis <dan@min.example>
				To: Anna Holm <anna@min.example>
				Date: Wed, 25 Nov 2026 09:00:00 +0100
				Subject: Indstilling
				Content-Type: text/plain; charset=utf-8

				Kan du godkende vedlagte indstilling senest fredag kl. 12?
				""".replace("\n", "\r\n");

		var body = assertThat(post(MediaType.parseMediaType("message/rfc822"), mail)).hasStatusOk().bodyJson();

		body.extractingPath("$.request.intent").isEqualTo("APPROVAL_REQUEST");
		body.extractingPath("$.request.deadline.at").isEqualTo("2026-11-27T11:00:00Z");
	}

	@Test
	void aBadLineCostsNoOtherLineItsAnswer() {
		var lines = lines("""
				{"id": "a", "text": "Kan du godkende planen?", "subject": "Plan"}
				{"id": "b", "text": 7}
				{"id": "c"
				{"id": "d", "text": "Godkendt", "subject": "SV: Plan"}
				""");

		assertThat(lines).hasSize(4);
		assertThat(lines[0]).contains("\"id\":\"a\"").contains("APPROVAL_REQUEST");
		assertThat(lines[1]).contains("\"field\":\"text\"").contains("\"line\":2").contains("\"id\":\"b\"");
		assertThat(lines[2]).contains("\"status\":400").contains("\"line\":3");
		assertThat(lines[3]).contains("\"id\":\"d\"").contains("\"outcome\":\"APPROVED\"");
	}

	@Test
	void noMoreThanAThousandLinesAreRead() {
		var many = IntStream.rangeClosed(1, 1200)
			.mapToObj((number) -> "{\"id\": \"%d\", \"text\": \"Tak\"}\n".formatted(number))
			.collect(Collectors.joining());

		var lines = lines(many);

		assertThat(lines).hasSize(1001);
		assertThat(lines[999]).contains("\"id\":\"1000\"");
		assertThat(lines[1000]).contains("\"status\":400").contains("At most 1000 lines");
	}

	@Test
	void aLineWithoutEndIsNotHeld() {
		var lines = lines("{\"text\": \"" + "a".repeat(3 << 20) + "\"}\n{\"id\": \"next\", \"text\": \"Tak\"}");

		assertThat(lines).hasSize(2);
		assertThat(lines[0]).contains("\"field\":\"line\"");
		assertThat(lines[1]).contains("\"id\":\"next\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"subject": "Only a subject"}                      | text
			{"text": 5}                                        | text
			{"text": ["a"]}                                    | text
			{"text": "a", "subject": {}}                       | subject
			{"text": "a", "to": [{"name": "x"}, 5]}            | to[1]
			{"text": "a", "from": 5}                           | from
			{"text": "a", "sentAt": "tomorrow"}                | sentAt
			{"text": "a", "sentAt": "2026-02-30T10:00:00Z"}    | sentAt
			{"text": "a", "zone": "Mars/Olympus"}              | zone
			[]                                                 | body
			"text"                                             | body
			{"text": "a"                                       | body
			""")
	void whatCannotBeReadIsNamed(String body, String field) {
		assertThat(json(body)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
	}

	@Test
	void nestingWithoutEndIsRefused() {
		assertThat(json("{\"text\": " + "[".repeat(100_000))).hasStatus(400);
	}

	@Test
	void aBodyWithoutEndIsRefused() {
		assertThat(json("{\"text\": \"" + "a".repeat(13 << 20) + "\"}")).hasStatus(400);
	}

	@Test
	void charactersThatNobodyCanWriteBackAreReplaced() {
		var body = assertThat(json("{\"text\": \"Tak\\u0000 \\ud800 og \\udc00\", \"subject\": \"\\ud800\"}"))
			.hasStatusOk()
			.bodyJson();

		body.extractingPath("$.visibleText").isEqualTo("Tak\ufffd \ufffd og \ufffd");
	}

	@Test
	void onlyACallerWhoMayReadIsAnswered() {
		assertThat(this.api.post().uri("/api/v1/readings").contentType(MediaType.APPLICATION_JSON).content("{}"))
			.hasStatus(401);
		assertThat(this.api.post()
			.uri("/api/v1/readings")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Manage")))).hasStatus(403);
	}

	private String[] lines(String body) {
		var answer = post(NDJSON, body);
		assertThat(answer).hasStatusOk();
		var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(text).endsWith("\n");
		return Arrays.copyOf(text.split("\n"), text.split("\n").length);
	}

	private MvcTestResult json(String body) {
		return post(MediaType.APPLICATION_JSON, body);
	}

	private MvcTestResult post(MediaType type, String body) {
		return this.api.post()
			.uri("/api/v1/readings")
			.contentType(type)
			.content(body.getBytes(StandardCharsets.UTF_8))
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Read")))
			.exchange();
	}

	@Configuration(proxyBeanMethods = false)
	@ConfigurationPropertiesScan({ "io.countersign.triage", "io.countersign.intake" })
	@ComponentScan(basePackages = { "io.countersign.triage", "io.countersign.intake" }, useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(ReadingController|MailParser|Glance)"))
	static class ReadingOnly {

		@Bean
		Reader reader() {
			return new Reader();
		}

		@Bean
		@ConditionalOnMissingBean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
