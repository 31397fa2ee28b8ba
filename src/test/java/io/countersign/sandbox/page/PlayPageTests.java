package io.countersign.sandbox.page;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.countersign.scenario.Cast;
import io.countersign.scenario.Letter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static org.assertj.core.api.Assertions.assertThat;

class PlayPageTests implements Mailboxes, ResponseDefinitionTransformerV2 {

	private static final Letter ASKED = Letter
		.of(Cast.DAN, List.of(Cast.ANNA, Cast.BO), "Svar på S 412",
				"Kære Anna\n\nVil du godkende svaret? <script>alert(1)</script>",
				ZonedDateTime.parse("2026-11-24T09:00:00+01:00"))
		.copyTo(Cast.EVA)
		.with("svar.docx", "Udkast");

	private final List<Letter> sent = new ArrayList<>();

	private final PlayPage page = new PlayPage(this, new Outbox(this.sent::add, Clock.systemUTC()),
			PracticeBoard.none(), new Pages());

	private final WireMockServer tenant = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().extensions(this));

	@BeforeEach
	void open() {
		this.tenant.stubFor(any(anyUrl()).willReturn(notFound()));
		this.tenant.start();
	}

	@AfterEach
	void close() {
		this.tenant.stop();
	}

	@Test
	void aMailIsShownAsTextAndNothingInItRuns() {
		var shown = get("/play?as=anna.holm@min.example&item=m1&lang=da");

		assertThat(shown.body()).contains("Svar på S 412", "svar.docx", "&lt;script&gt;alert(1)&lt;/script&gt;")
			.contains("Du er Anna Holm i en øvepostkasse")
			.doesNotContain("<script>alert");
		assertThat(shown.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
	}

	@Test
	void whatAsksStandsFirstAndSaysSoAndWhatAProgramHasSentSaysThat() {
		var automatic = new String(ASKED.bytes(), StandardCharsets.UTF_8).replaceFirst("(?m)^Message-ID:.*$",
				"Message-ID: <receipt@min.example>\r\nAuto-Submitted: auto-replied");
		var receipt = MailView.of(new Item("m2", Instant.now(), automatic.getBytes(StandardCharsets.UTF_8)));
		var asked = MailView.of(items("", Folder.INBOX).getFirst());
		var model = new HashMap<String, Object>(Map.of("me", owners().stream().findFirst(), "folder", "inbox", "asking",
				List.of(asked), "mails", List.of(receipt), "open", Optional.empty(), "now", ZonedDateTime.now()));

		var list = Jsoup.parse(new Pages().render("play-list", Locale.of("da"), model)).select("#play-list li");

		assertThat(list).hasSize(2);
		assertThat(list.getFirst().select(".tag").text()).isEqualTo("Beder om dit svar");
		assertThat(list.getLast().select(".tag").text()).isEqualTo("Automatisk mail");
		assertThat(asked.isOneOf(Set.of(ASKED.messageId()))).isTrue();
		assertThat(receipt.isOneOf(Set.of(ASKED.messageId()))).isFalse();
	}

	@Test
	void aReplyToAllGoesToEverybodyElseInTheSameThread() {
		var answer = post(Map.of("as", "anna.holm@min.example", "re", "m1", "text", "Godkendt", "all", "1"));

		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(this.sent).singleElement().satisfies((letter) -> {
			assertThat(letter.text()).startsWith("Godkendt").contains("Fra: Dan Friis");
			assertThat(letter.references()).containsExactly(ASKED.messageId());
			assertThat(letter.to()).extracting("address")
				.containsExactly("dan.friis@min.example", "bo.lind@min.example");
			assertThat(letter.cc()).extracting("address").containsExactly("eva.skov@min.example");
			assertThat(letter.subject()).isEqualTo("SV: Svar på S 412");
		});
	}

	@Test
	void aNewMailMayCarryAFile() {
		post(Map.of("as", "dan.friis@min.example", "to", "bo.lind@min.example", "subject", "Rejse", "text",
				"Må jeg bestille?", "file", "tilbud.pdf"));

		assertThat(this.sent).singleElement().satisfies((letter) -> {
			assertThat(letter.to()).extracting("displayName").containsExactly("Bo Lind");
			assertThat(letter.attachments()).singleElement().satisfies((file) -> {
				assertThat(file.name()).isEqualTo("tilbud.pdf");
				assertThat(file.bytes()).contains((byte) 0xff);
			});
		});
	}

	@Test
	void whoeverBeginsAgainIsAskedForSomethingNew() {
		assertThat(get("/play?as=anna.holm@min.example&lang=da").body()).contains("Begynd forfra",
				"name=\"back\" value=\"anna.holm@min.example\"", "Ny printer til 3. sal");

		var back = post(Map.of("as", "dan.friis@min.example", "to", "anna.holm@min.example", "back",
				"anna.holm@min.example", "subject", "Ny printer", "text", "Må vi købe den?"));

		assertThat(back.headers().firstValue("Location")).hasValue("/play?as=anna.holm%40min.example");
		assertThat(this.sent).singleElement().satisfies((letter) -> assertThat(letter.to()).hasSize(1));
	}

	@Test
	void aMailWithoutReceiverIsNotSentAndThePageSaysSo() {
		var answer = post(Map.of("as", "dan.friis@min.example", "text", "Hej"));

		assertThat(this.sent).isEmpty();
		assertThat(get(answer.headers().firstValue("Location").orElseThrow() + "&lang=en").body())
			.contains("Write at least one receiver");
	}

	@Test
	void thePageIsMadeOfFilesOfThisMachineOnly() {
		assertThat(get("/assets/countersign.css").statusCode()).isEqualTo(200);
		assertThat(get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").statusCode()).isEqualTo(200);
		assertThat(get("/assets/..%2f..%2fapplication.yaml").statusCode()).isBetween(400, 404);
		assertThat(get("/play?lang=en").body()).doesNotContain("src=\"http").doesNotContain("onclick");
	}

	@Override
	public List<Owner> owners() {
		return List.of(Cast.values())
			.stream()
			.map((one) -> new Owner(one.address(), one.displayName(), one.jobTitle()))
			.toList();
	}

	@Override
	public List<Item> items(String address, Folder folder) {
		return List.of(new Item("m1", ASKED.sentAt().toInstant(), ASKED.bytes()));
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		return this.page.answer(event.getRequest()).orElse(event.getResponseDefinition());
	}

	@Override
	public String getName() {
		return "page";
	}

	private HttpResponse<String> get(String path) {
		return exchanged(HttpRequest.newBuilder(at(path)).build());
	}

	private HttpResponse<String> post(Map<String, String> fields) {
		var parts = fields.entrySet()
			.stream()
			.map((field) -> "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n".formatted(
					field.getKey(), field.getKey().equals("file") ? "; filename=\"" + field.getValue() + "\"" : "",
					field.getKey().equals("file") ? "\u00ff" : field.getValue()))
			.collect(Collectors.joining());
		return exchanged(HttpRequest.newBuilder(at("/play"))
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofString(parts + "--b--\r\n", StandardCharsets.ISO_8859_1))
			.build());
	}

	private HttpResponse<String> exchanged(HttpRequest request) {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new AssertionError(URLEncoder.encode(request.toString(), StandardCharsets.UTF_8), ex);
		}
	}

	private URI at(String path) {
		return URI.create(this.tenant.baseUrl() + path);
	}

}
