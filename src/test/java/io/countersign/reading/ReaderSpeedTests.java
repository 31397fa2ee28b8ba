package io.countersign.reading;

import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.support.CpuTime;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reading costs, in times of what it costs the HTML parser to take the same mail
 * apart: both slow down alike on a busy or a slow machine. The bounds are several times
 * what is usual, so that only a reader that got slow by its design fails here; the
 * figures are those of {@link ReadingBenchmark}.
 */
@Isolated("It measures time.")
class ReaderSpeedTests {

	private static final int MAILS = 100;

	private static final int ROUNDS = 40;

	private final Reader reader = new Reader();

	private final String html = ordinary();

	private final Mail mail = Mail.ofHtml("SV: Notat om skolebusser", this.html).answering("Kan du godkende notatet?");

	@Test
	void readingAnOrdinaryAnswerStaysWithinAnEightyfoldOfParsingItsMarkup() {
		assertThat(timesParsing(this.reader::read)).isLessThan(80);
	}

	@Test
	void screeningAnOrdinaryMailStaysWithinAFortyfoldOfParsingItsMarkup() {
		assertThat(timesParsing(this.reader::readGist)).isLessThan(40);
	}

	/** The best of many rounds in turn, by the time of the processor. */
	private double timesParsing(Function<Mail, Object> reading) {
		var parsing = Long.MAX_VALUE;
		var took = Long.MAX_VALUE;
		for (var round = 0; round < ROUNDS; round++) {
			parsing = Math.min(parsing, nanos((mail) -> Parser.htmlParser().parseInput(this.html, "")));
			took = Math.min(took, nanos(reading));
		}
		return (double) took / parsing;
	}

	private long nanos(Function<Mail, Object> work) {
		return CpuTime.of(() -> {
			for (var i = 0; i < MAILS; i++) {
				assertThat(work.apply(this.mail)).isNotNull();
			}
		}).toNanos();
	}

	/** About four kilobytes, as Outlook writes them. */
	static String ordinary() {
		var history = "Hermed notatet om skolebusser. Vi har talt med kommunen og skolerne, og alle er enige.\n"
			.repeat(24);
		var own = """
				Hej Dan

				Tak for et grundigt stykke arbejde. Jeg har læst notatet, og det er godkendt herfra.
				Husk at orientere skolerne, når brevet er sendt.

				Med venlig hilsen

				Anna Holm
				Kontorchef
				""";
		return "<html><body lang=DA><div class=WordSection1>" + paragraphs(own)
				+ "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Fra:</b> Dan Friis"
				+ "<br><b>Sendt:</b> 24. november 2026 09:00<br><b>Til:</b> Anna Holm<br><b>Emne:</b> Notat</p></div>"
				+ paragraphs(history) + "</div></body></html>";
	}

	private static String paragraphs(String text) {
		return text.lines()
			.map((line) -> "<p class=MsoNormal><span style='font-size:11.0pt'>" + line + "</span></p>")
			.collect(Collectors.joining("\n"));
	}

}
