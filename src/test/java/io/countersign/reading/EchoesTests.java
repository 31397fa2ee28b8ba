package io.countersign.reading;

import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What says again what was asked. */
class EchoesTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Må vi flytte serverne til kælderen i uge 9?        | Flyt dem endelig.
			Skal vi opsige abonnementet på Byggebladet?        | Sig det bare op.
			Vi vil gerne indføre gratis kaffe. Kan vi det?     | Det indfører vi.
			Må evalueringen deles med de to kommuner?          | Evalueringen må gerne deles.
			May we skip the patch window?                      | You may skip it.
			Can the archive destroy the old parking appeals?   | They can destroy them.
			Shall we sell the two minibuses?                   | Sell.
			May I sign the renewal with the window cleaners?   | You may.
			Får vi hyra ut scenen till föreningen?             | Hyr ut den.
			Dürfen wir den Saal verleihen?                     | Verleiht ihn ruhig.
			""")
	void anOrderOrAPermissionInTheWordsOfTheQuestionIsAYes(String request, String answer) {
		var verdict = read(request, answer);

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
		assertThat(verdict.needsConfirmation()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Må vi flytte serverne til kælderen i uge 9?        | Flyt dem ikke.
			Må vi flytte serverne til kælderen i uge 9?        | Flyt dem i uge 10.
			Må vi flytte serverne til kælderen i uge 9?        | Flyt dem først til loftet.
			Må vi undlade at flytte serverne?                  | Flyt dem bare.
			Skal vi ikke flytte serverne?                      | Flyt dem bare.
			Må vi sende brevet til foreningen?                 | Send det til mig.
			Må vi sende brevet til foreningen?                 | Send det til Lone.
			Må vi sende brevet til foreningen?                 | Må vi sende brevet
			Skal direktøren godkende notatet?                  | Notatet er til godkendelse.
			Formanden siger ja til planen. Er du med?          | Formanden siger ja.
			Sykkelparkering og ladestasjon ved rådhuset?       | Ladestasjonen tar vi ut.
			May we order the chairs from Garside?              | Order them from Omnipak.
			May we order the chairs from Garside?              | Can we order them
			Can you approve this: go home early on Friday?     | Go home.
			Må vi bestille stole og borde til kantinen?        | Bestil stolene.
			May Anja, Tove and Preben join the course?         | Anja may join.
			The lease is ready. Please sign it.                | It is.
			""")
	void oneWordMoreOrLessAndItIsNone(String request, String answer) {
		var verdict = read(request, answer);

		assertThat(verdict.label() == Label.APPROVED && !verdict.needsConfirmation()).as(verdict.toString()).isFalse();
	}

	@Test
	void whatIsSaidBesideItIsReadAsBesideAnyYes() {
		var request = "Må vi invitere borgmesteren til indvielsen?";

		assertThat(read(request, "Inviter ham. Tak for et godt oplæg!").label()).isEqualTo(Label.APPROVED);
		assertThat(read(request, "Inviter ham, hvis Lone er enig.").label()).isNotEqualTo(Label.APPROVED);
		assertThat(read(request, "Inviter ham. Bare uden pressen.").label()).isNotEqualTo(Label.APPROVED);
	}

	private static VerdictReading read(String request, String answer) {
		return READER.read(Mail.ofText("", answer).answering(request)).verdict();
	}

}
