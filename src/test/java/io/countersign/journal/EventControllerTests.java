package io.countersign.journal;

import java.util.Map;

import io.countersign.support.CoreApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

@CoreApi
class EventControllerTests {

	@Autowired
	private MockMvcTester api;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private Journal journal;

	@BeforeEach
	void twoThingsHappenToACase() {
		this.transactions.executeWithoutResult((_) -> {
			this.events.publishEvent(Facts.Fact.of("case/cs_1", 1));
			this.events.publishEvent(new Facts.Fact("case/cs_1", "change-2", Map.of("word", "Godkendt – ændring")));
		});
		await().until(() -> this.journal.after(Cursor.START, 2).size() == 2);
	}

	@Test
	void theFeedGivesEachFactAsACloudEvent() {
		var event = assertThat(get("/api/v1/events")).hasStatusOk().bodyJson();

		event.extractingPath("$.items[0].specversion").isEqualTo("1.0");
		event.extractingPath("$.items[0].type").isEqualTo("org.countersign.note.added.v1");
		event.extractingPath("$.items[0].source").isEqualTo("/t/min/bridge-1");
		event.extractingPath("$.items[0].subject").isEqualTo("case/cs_1");
		event.extractingPath("$.items[0].sequence").isEqualTo("1");
		event.extractingPath("$.items[0].mode").isEqualTo("live");
		event.extractingPath("$.items[0].time").asString().endsWith("Z");
		event.extractingPath("$.items[1].data.word").isEqualTo("Godkendt – ændring");
		event.extractingPath("$.items[1].data.log.hash").asString().startsWith("sha256:");
	}

	@Test
	void aReaderGoesOnBehindAnyEvent() {
		var first = this.journal.after(Cursor.START, 1).getFirst();

		assertThat(get("/api/v1/events?limit=1")).bodyJson()
			.extractingPath("$.next")
			.isEqualTo(first.cursor().toString());
		assertThat(get("/api/v1/events?after=" + first.cursor())).bodyJson()
			.extractingPath("$.items[0].id")
			.isEqualTo(this.journal.after(first.cursor(), 1).getFirst().eventId());
		assertThat(get("/api/v1/cases/cs_1/events?after=1")).bodyJson()
			.extractingPath("$.items[*].sequence")
			.asArray()
			.containsExactly("2");
	}

	@Test
	void aCaseSystemSaysWhatItDidWithAnEvent() {
		var event = this.journal.after(Cursor.START, 1).getFirst().eventId();
		var receipt = """
				{"status": "accepted", "foreignIds": {"f2": "2026 - 4711"}}""";

		assertThat(put(event, receipt)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.foreignIds.f2")
			.asString()
			.contains("4711");
		assertThat(put(event, receipt)).hasStatusOk();
		assertThat(put("ev_none", receipt)).hasStatus(404);
		assertThat(put(event, "{\"status\": \"lost\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("accepted, duplicate, rejected, needs_human");
	}

	@Test
	void theApiDescribesItself() {
		assertThat(this.api.get().uri("/api/v1/openapi.json")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.paths")
			.asMap()
			.containsKeys("/api/v1/events", "/api/v1/people/{address}", "/api/v1/receipts/{event}");
		assertThat(this.api.get().uri("/api/v1/openapi.json")).bodyJson()
			.extractingPath("$.components.responses.Invalid.description")
			.asString()
			.contains("a parameter that the call does not know");
	}

	private MvcTestResult get(String path) {
		return this.api.get()
			.uri(path)
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Read")))
			.exchange();
	}

	private MvcTestResult put(String event, String receipt) {
		return this.api.put()
			.uri("/api/v1/receipts/" + event)
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Decide")))
			.contentType(MediaType.APPLICATION_JSON)
			.content(receipt)
			.exchange();
	}

}
