package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

class AssentsTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					May I write off the debt of £212?               | Write it off.
					May we move the deadline to the 28th?           | Move the deadline to the 28th.
					Kan de gamle iltapparater kasseres?             | Hej Vagn. Vi kasserer de gamle apparater. De har tjent os godt.
					Kan brevet til bestyrelsen sendes?              | Mange tak for hurtig opfølgning! Brevet til bestyrelsen kan godt gå.
					Är handlingarna till styrelsemötet klara att skickas? | Tack Yvonne. Handlingarna kan skickas till ledamöterna.
					Kann ich am Freitag, dem 14. Juni, Urlaub nehmen? | Sie können sich den 14. freinehmen. Schönes Fest!
					""")
	void whatWasAskedForMayBeOrderedOrAllowedInAnyWords(String request, String answer) {
		var verdict = read(request, answer);

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
		assertThat(verdict.needsConfirmation()).isFalse();
		assertThat(verdict.clues()).anyMatch((clue) -> List.of("assent", "echo").contains(clue.rule()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			May we move the deadline to the 28th?     | Move the deadline to the 30th.
			May we move the deadline to the 28th?     | Do not move the deadline to the 28th.
			May we move the meeting to Tuesday?       | Move the meeting to Thursday.
			May he keep his laptop?                   | Let him keep the laptop, wiped.
			May I write off the debt of £212?         | Write it off?
			May I write off the debt of £212?         | Write it off. Half of it, that is.
			May we order the chairs?                  | Kirsten thinks we order the chairs.
			Kan vi skifte ventilationsanlægget?       | Du må gerne indhente tre tilbud.
			Må de gamle iltapparater kasseres?        | Vi kasserer ikke de gamle apparater.
			""")
	void whatLeavesSomethingOpenIsNoYes(String request, String answer) {
		var verdict = read(request, answer);

		assertThat(verdict.label() == Label.APPROVED && !verdict.needsConfirmation()).isFalse();
	}

	@Test
	void theSameOrderIsNoYesWhereSomethingElseWasAsked() {
		assertThat(read("May we move the deadline to the 28th?", "Move the deadline to the 28th.").label())
			.isEqualTo(Label.APPROVED);
		assertThat(read("Can you approve the budget?", "Move the deadline to the 28th.").label())
			.isNotEqualTo(Label.APPROVED);
	}

	private static VerdictReading read(String request, String answer) {
		return READER.read(Mail.ofText("", answer).answering(request)).verdict();
	}

}
