package io.countersign.reading;

import java.util.List;

import io.countersign.reading.RequestReading.Intent;
import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What words as a whole say where no phrase does. */
class LeaningTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Kan vi købe den nye gravemaskine?       | Den slags har vi simpelthen ikke penge til i år, beklager.  | REJECTED
					May we hire a second porter?            | The budget won't stretch to that, I'm afraid.               | REJECTED
					Må vi male gangen gul?                  | Lad os tage den op igen efter sommerferien.                 | DEFERRED
					""")
	void anUnsureAnswerIsHeldAsWhatItMostLikelyIs(String request, String answer, Label label) {
		var verdict = READER.read(Mail.ofText("", answer).answering(request)).verdict();

		assertThat(verdict.label()).isEqualTo(label);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Aftalen er færdig fra begge sider og mangler kun din krusedulle på side to.                   | APPROVAL_REQUEST
					Would you kindly trim the hedge by the disabled bays when you have a moment?                  | TASK_ORDER
					Rapporten lå klar i går, og udvalget tog den til efterretning.                                | ORIENTATION
					Whoever left the last sausage roll in the fridge with my name on it: you are a saint!         | NONE
					""")
	void aMailWantsWhatItsWordsSay(String text, Intent intent) {
		assertThat(READER.read(Mail.ofText("Hej", text)).request().intent()).isEqualTo(intent);
	}

}
