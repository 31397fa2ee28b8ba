package io.countersign.sandbox.page;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.countersign.scenario.ProductApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

class PracticeBoardTests {

	private final WireMockServer product = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	@BeforeEach
	void open() {
		this.product.start();
		this.product.stubFor(post("/sandbox/oauth2/v2.0/token").willReturn(okJson("""
				{"access_token": "t"}""")));
	}

	@AfterEach
	void close() {
		this.product.stop();
	}

	@Test
	void itShowsTheCasesOfTheProductBesideIt() {
		this.product.stubFor(get("/api/v1/cases").willReturn(okJson("""
				{"items": [
					{"id": "c1", "number": "2026-0001", "title": "Lejemål", "state": "waiting", "outcome": null,
						"deadline": {"at": "2020-01-01T10:00:00Z", "certain": true},
						"holder": {"displayName": "Anna Holm"}},
					{"id": "c2", "number": "2026-0002", "title": "Rejse", "state": "decided", "outcome": "APPROVED",
						"holder": {"displayName": "Dan Friis"}}], "next": null}""")));

		assertThat(shown()).contains("/cases/c1\"", "Lejemål", "Over frist", "hos Anna Holm", "Rejse", "Godkendt")
			.doesNotContain("Dan Friis", "??");
	}

	@Test
	void whatWasJustAnsweredStandsFirst() {
		this.product.stubFor(get("/api/v1/cases").willReturn(okJson("""
				{"items": [
					{"id": "c2", "number": "2026-0002", "title": "Rejse", "state": "waiting",
						"changedAt": "2026-11-27T09:00:00Z"},
					{"id": "c1", "number": "2026-0001", "title": "Lejemål", "state": "decided", "outcome": "APPROVED",
						"changedAt": "2026-11-27T09:00:01Z"}], "next": null}""")));

		assertThat(shown()).containsSubsequence("Lejemål", "Rejse");
	}

	@Test
	void itTellsWhatHasHappenedTheNewestFirst() {
		this.product.stubFor(get("/api/v1/cases").willReturn(
				okJson("""
						{"items": [{"id": "c1", "number": "2026-0001", "title": "Lejemål", "state": "waiting"}], "next": null}""")));
		this.product.stubFor(get("/api/v1/events?after=two").willReturn(okJson("{\"items\": []}")));
		this.product.stubFor(get("/api/v1/events").willReturn(
				okJson("""
						{"items": [
							{"type": "org.countersign.case.opened.v1", "subject": "case/c1", "time": "2026-11-26T08:12:00Z",
								"cursor": "one", "data": {"number": "2026-0001", "title": "Lejemål"}},
							{"type": "org.countersign.verdict.recorded.v1", "subject": "case/c1", "time": "2026-11-26T08:42:00Z",
								"cursor": "two", "data": {"verdict": {"outcome": "approved", "authenticity": {"level": "A3"}}}}]}""")));

		assertThat(shown())
			.containsSubsequence("09.42", "Svar på 2026-0001 læst som godkendt, bevis A3", "09.12",
					"Sag 2026-0001 er oprettet: Lejemål")
			.doesNotContain("??");
	}

	@Test
	void itKnowsByWhichMailsSomebodyIsAsked() {
		this.product.stubFor(get("/api/v1/cases?state=WAITING&holder=anna.holm@min.example")
			.willReturn(okJson("{\"items\": [{\"id\": \"c1\"}]}")));
		this.product.stubFor(get("/api/v1/cases/c1").willReturn(
				okJson("""
						{"asks": [
							{"internetMessageId": "<a@min.example>", "state": "open", "approver": {"address": "anna.holm@min.example"}},
							{"internetMessageId": "<b@min.example>", "state": "answered", "approver": {"address": "anna.holm@min.example"}},
							{"internetMessageId": "<c@min.example>", "state": "open", "approver": {"address": "bo.lind@min.example"}}]}""")));
		var address = URI.create(this.product.baseUrl());

		assertThat(PracticeBoard.of(new ProductApi(address, address)).asking("anna.holm@min.example"))
			.containsExactly("<a@min.example>");
	}

	@Test
	void aProductThatIsAwayLeavesItEmpty() {
		this.product.stubFor(get("/api/v1/cases").willReturn(serverError()));

		assertThat(shown()).contains("Ingen sager endnu");
	}

	private String shown() {
		var address = URI.create(this.product.baseUrl());
		return new Pages().render("play-board", Locale.of("da"),
				Map.of("board", PracticeBoard.of(new ProductApi(address, address))));
	}

}
