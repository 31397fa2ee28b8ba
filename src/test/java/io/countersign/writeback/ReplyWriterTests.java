package io.countersign.writeback;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
import io.countersign.connector.Reply;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer says, and what it makes of what others wrote. */
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

	private Reply written(Matter matter) {
		matter.decided(Outcome.APPROVED);
		return this.office.bean(ReplyWriter.class).write(matter.writebacks().getFirst());
	}

}
