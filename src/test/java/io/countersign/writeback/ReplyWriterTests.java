package io.countersign.writeback;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
import io.countersign.connector.Reply;
import io.countersign.identity.People;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer says, and what it makes of what others wrote. */
@ResourceLock(Connected.LOCK)
class ReplyWriterTests {

	private static final String ATTACK = "<img src=x onerror=alert(1)> <script>steal()</script>";

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	@Test
	void RL_06_anAnswerStandsInItsThreadAndIsMarkedAsAutomatic() {
		var matter = Matter.of(this.office, this.dan, this.anna);
		var reply = matter.answered("Godkendt\n");
		matter.isAnswered();

		assertThat(matter.sent()).singleElement()
			.satisfies((mail) -> assertThat(mail.replaceAll("\r\n[ \t]+", " ")).contains(
					"Auto-Submitted: auto-replied\r\n", "X-Auto-Response-Suppress: All\r\n",
					"In-Reply-To: %s\r\n".formatted(reply.messageId()),
					"References: %s %s\r\n".formatted(matter.request().messageId(), reply.messageId())));
	}

	@Test
	void RL_06_theThreadTagOfTheSubjectIsKept() {
		var request = Letter.of(this.dan, List.of(this.anna), "Lejemål [2026-0042]", "Kan vi?\n", ZonedDateTime.now());
		var written = written(Matter.of(this.office, this.dan, this.anna, request));

		assertThat(written.subject()).isEqualTo("SV: Lejemål [2026-0042]");
	}

	@Test
	void RL_11_whatOthersWroteIsQuotedAsPlainText() {
		var attacker = Correspondent.of(ATTACK, this.dan.address());
		var request = Letter.of(attacker, List.of(this.anna), ATTACK, ATTACK, ZonedDateTime.now());
		var written = written(Matter.of(this.office, this.dan, this.anna, request));

		assertThat(written.html()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img", "<script");
		assertThat(written.text()).contains("\n> " + ATTACK);
	}

	@Test
	void RL_10_strangeIdsOfAThreadAreLeftOutAndLongThreadsCut() {
		var ids = new ArrayList<String>(List.of("<root@min.example>"));
		IntStream.range(0, 60).forEach((n) -> ids.add("<m%d@min.example>".formatted(n)));
		var request = Matter.letter(this.dan, this.anna)
			.header("References: " + String.join("\r\n ", ids) + " <strange@min.example>");
		var bytes = new String(request.bytes(), StandardCharsets.ISO_8859_1).replace("strange", "b\u00f8se")
			.getBytes(StandardCharsets.ISO_8859_1);

		var written = written(Matter.of(this.office, this.dan, this.anna, request, bytes));

		assertThat(written.references()).hasSize(20)
			.startsWith("root@min.example", "m42@min.example")
			.endsWith("m59@min.example", request.messageId().replaceAll("[<>]", ""));
	}

	@Test
	void aMailWithoutAnIdIsAnsweredOutsideItsThread() {
		var letter = Matter.letter(this.dan, this.anna);
		var nameless = new Letter("", letter.from(), letter.to(), List.of(), letter.subject(), letter.text(),
				letter.sentAt(), List.of(), List.of(), List.of());

		var written = written(Matter.of(this.office, this.dan, this.anna, nameless));

		assertThat(written.inReplyTo()).isEmpty();
		assertThat(written.references()).isEmpty();
	}

	@Test
	void theAnswerIsInTheLanguageOfItsThread() {
		var written = written(Matter.of(this.office, this.dan, this.anna));

		assertThat(written.text()).contains("%s: Godkendt".formatted(this.anna.displayName()), "Sagen: ");
		assertThat(Map.of("text", written.text(), "html", written.html()).values())
			.allSatisfy((form) -> assertThat(form).contains("Mailen tæller ikke som et svar på sagen."));
	}

	@Test
	void everyKindOfMailIsWordedInBothLanguages() throws IOException {
		var danish = words("wording.properties");
		var english = words("wording_en.properties");

		assertThat(danish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		assertThat(danish.stringPropertyNames()).containsAll(Stream.of(Writeback.Kind.values())
			.filter((kind) -> !kind.isWritten())
			.map((kind) -> "kicker." + kind)
			.toList());
	}

	@Test
	void whatStandsInTheSubjectOfAReplyIsOfTheThreadsLanguage() {
		var matter = Matter.of(this.office, this.dan, this.anna);
		this.office.bean(JdbcClient.class)
			.sql("update case_file set language = 'en' where id = :id")
			.param("id", matter.id().value())
			.update();

		var written = written(matter);

		assertThat(written.subject()).startsWith("Re: ");
		assertThat(written.text()).contains("Approved", "Sent by Countersign");
		assertThat(written.html()).contains(">Receipt</h1>");
	}

	@Test
	void theMailStandsInOutlookAsItIsMeantWhereWordLaysItOut() {
		var html = written(Matter.of(this.office, this.dan, this.anna)).html();

		assertThat(AsWordLaysOut.faults(html)).isEmpty();
		assertThat(Jsoup.parse(html).select("p, h1, td.ink, td.ink3")).isNotEmpty()
			.allSatisfy((cell) -> assertThat(cell.attr("style")).contains("font-family:", "font-size:", "color:"));
	}

	@Test
	void theLinesOfWhatIsQuotedStayLines() {
		var request = Letter.of(this.dan, List.of(this.anna), "Lejemål", "Kære Anna\n\nKan vi underskrive?\n\nDan\n",
				ZonedDateTime.now());
		var html = written(Matter.of(this.office, this.dan, this.anna, request)).html();

		assertThat(html).contains("Kære Anna<br><br>Kan vi underskrive?<br><br>Dan");
	}

	@Test
	void whoeverIsInMovedCasesReadsInOneMailWhichTheyAre() {
		var first = Matter.of(this.office, this.dan, this.anna);
		var second = Matter.of(this.office, this.dan, this.anna);
		var cases = this.office.bean(Cases.class);
		var people = this.office.bean(People.class);
		var dan = people.find(Connected.address(this.dan)).orElseThrow();
		var anna = people.find(Connected.address(this.anna)).orElseThrow();
		var views = List.of(cases.get(first.id()), cases.get(second.id()));

		var letter = this.office.bean(NoticeWriter.class)
			.moved(new NoticeWriter.Move(views, new Notices.Moved(dan, "Anna er på ferie <b>", false, anna),
					Instant.now()), Locale.of("da"));

		assertThat(letter.subject()).isEqualTo("2 sager ligger nu hos " + dan.displayName());
		assertThat(letter.text()).contains(anna.displayName() + " har flyttet: Anna er på ferie <b>",
				views.getFirst().number().value(), views.getLast().number().value());
		assertThat(letter.html()).contains("&lt;b&gt;", views.getLast().number().value()).doesNotContain("<b>");
	}

	@Test
	void theQuestionAboutAHeldAnswerLeadsToThePageThatAsksIt() {
		var receipt = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED).writebacks().getFirst();
		var question = new Writeback(receipt.id(), receipt.caseId(), Writeback.Kind.QUESTION, receipt.verdict(),
				receipt.answers(), receipt.recipients(), receipt.internetMessageId(), receipt.state(),
				receipt.draftId(), receipt.sentAt(), receipt.problem());
		var page = "/cases/%s/verdicts/%s/confirm".formatted(receipt.caseId().orElseThrow(),
				receipt.verdict().orElseThrow());

		var written = this.office.bean(ReplyWriter.class).write(question);

		assertThat(written.text()).contains("Bekræft svaret, eller sig, at det ikke er dit", page);
		assertThat(written.html()).contains(page + "\"");
	}

	@Test
	void whoGetsACaseForAQualityCheckReadsThatItIsOne() {
		var matter = Matter.of(this.office, this.dan, this.anna);
		var people = this.office.bean(People.class);
		var dan = people.find(Connected.address(this.dan)).orElseThrow();
		var moved = new Notices.Moved(dan, "Er tallene rigtige?", true, dan);

		var letter = this.office.bean(NoticeWriter.class)
			.moved(new NoticeWriter.Move(List.of(this.office.bean(Cases.class).get(matter.id())), moved, Instant.now()),
					Locale.of("da"));

		assertThat(letter.subject()).isEqualTo("En sag er til kvalitetssikring hos " + dan.displayName());
	}

	private static Properties words(String file) throws IOException {
		var words = new Properties();
		try (var in = new ClassPathResource("writeback/" + file).getInputStream();
				var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			words.load(text);
		}
		return words;
	}

	private Reply written(Matter matter) {
		matter.decided(Outcome.APPROVED);
		return this.office.bean(ReplyWriter.class).write(matter.writebacks().getFirst());
	}

}
