package io.countersign.triage;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Trace;
import io.countersign.identity.DirectoryEntry;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.Message;
import io.countersign.intake.ReceivedChat;
import io.countersign.reading.Reader;
import io.countersign.reading.VerdictReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class ChatWordsTests {

	private static final Map<String, String> NAMES = Map.of("dan", "Dan Friis", "anna", "Anna Holm", "bo", "Bo Lind");

	private static final CaseId CASE = new CaseId("cs_00c0ffee00c0ffee00c0ffee");

	private final CaseMentions mentions = new CaseMentions(cases(), URI.create("https://countersign.min.example"));

	private final ChatWords words = new ChatWords(new Reader(), this.mentions, people(),
			new TriageProperties(ZoneId.of("Europe/Copenhagen"), 0.6, 0.35, Duration.ofSeconds(2),
					Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(1)));

	@Test
	void VA_22_aQuestionToOnePersonIsAskedOfNobodyElse() {
		var question = said("dan", "<p>Anna, kan du godkende [2026-0042]?</p>");

		assertThat(this.words.asks(question, said("anna", "ok"))).isTrue();
		assertThat(this.words.asks(question, said("bo", "ok"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tak for [2026-0042]", "[2026-0042]",
			"Anna, kan du godkende [2026-0042]? Og skal vi spise frokost kl. 12?",
			"<p>Skal vi spise frokost?</p><p style='display:none'>Anna, kan du godkende [2026-0042]?</p>",
			"<blockquote>Anna, kan du godkende [2026-0042]?</blockquote><p>Hej</p>" })
	void VA_22_whatDoesNotClearlyAskOneThingIsNoQuestion(String text) {
		assertThat(this.words.asks(said("dan", text), said("anna", "ok"))).isFalse();
	}

	@Test
	void aCaseIsNamedByItsNumberOrByALinkThatCanBeRead() {
		var link = "https://countersign.min.example/cases/" + CASE;

		assertThat(named("<p>Se [2026-0042]</p>")).containsExactly(CASE);
		assertThat(named("<p>Se <a href='%s'>%s</a>.</p>".formatted(link, link))).containsExactly(CASE);
		assertThat(named("<p>%s/decide</p>".formatted(link))).containsExactly(CASE);
		assertThat(named("<p>Se <a href='%s'>menuen</a></p>".formatted(link))).isEmpty();
		assertThat(named("<p>Hej</p><p style='display:none'>[2026-0042]</p>")).isEmpty();
		assertThat(named("<p>%s.evil.example</p>".formatted(link))).isEmpty();
		assertThat(named("<p>%s</p>".formatted(link.replace("countersign.min", "countersign-min")))).isEmpty();
	}

	@Test
	void theNameOfACaseIsNoPartOfTheAnswer() {
		var reading = this.words.read(said("anna", "<p>Godkendt [2026-0042]</p>"), Optional.empty());

		assertThat(reading.verdict().label()).isEqualTo(VerdictReading.Label.APPROVED);
		assertThat(reading.own().text().strip()).isEqualTo("Godkendt");
	}

	private Collection<CaseId> named(String html) {
		return this.mentions.in(this.words.visible(said("dan", html)));
	}

	private static Message said(String author, String html) {
		var message = """
				{"id":"1795500000000","etag":"1","messageType":"message","chatId":"19:abc@thread.v2",
				"createdDateTime":"2026-11-24T10:00:00Z","from":{"user":{"id":"%s","userIdentityType":"aadUser"}},
				"body":{"contentType":"html","content":"%s"}}
				""".formatted(author, html);
		var chat = NAMES.keySet()
			.stream()
			.map("{\"userId\":\"%s\",\"tenantId\":\"t\",\"roles\":[\"owner\"]}"::formatted)
			.collect(Collectors.joining(",", "{\"members\":[", "]}"));
		return ReceivedChat.of(message, chat,
				NAMES.keySet()
					.stream()
					.map((id) -> new DirectoryEntry(id, address(id), NAMES.getOrDefault(id, ""), true))
					.toList());
	}

	private static Cases cases() {
		var cases = mock(Cases.class);
		when(cases.traced(any())).thenReturn(List.of(new Trace(Trace.Kind.NUMBER, "2026-0042", CASE)));
		when(cases.find(CASE)).thenReturn(Optional.of(mock()));
		return cases;
	}

	private static People people() {
		var people = mock(People.class);
		when(people.findAll(any())).thenReturn(NAMES.entrySet()
			.stream()
			.map((one) -> new Person(new PersonId(one.getKey()), address(one.getKey()), one.getValue(),
					Optional.of(Level.MINISTER), Optional.empty(), true))
			.collect(Collectors.toMap(Person::address, Function.identity())));
		return people;
	}

	private static EmailAddress address(String id) {
		return new EmailAddress(id + "@min.example");
	}

}
