package io.countersign.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.countersign.reading.RequestReading.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Correspondent ANNA = new Correspondent("Anna Holm", "anna.holm@min.example");

	private static final Correspondent BO = new Correspondent("Bo Lind", "bo.lind@min.example");

	private static final Correspondent DAN = new Correspondent("Dan Friis", "dan.friis@min.example");

	private static final Correspondent FINN = new Correspondent("Finn Bro", "finn.bro@min.example");

	private static final Correspondent KAREN = new Correspondent("Karen Lyng", "karen.lyng@min.example");

	private final Reader reader = new Reader();

	@Test
	void aDraftForTheMinisterIsDueAtTheHourItsSubjectNames() {
		var request = request(mail(DAN, List.of(BO, ANNA), List.of(),
				"Udkast til svar på § 20-spørgsmål S 412, frist fredag kl. 12", """
						Kære Anna og Bo

						Hermed udkast til svar på § 20-spørgsmål nr. S 412 om ventetider hos familieretten.
						Vi beder om din godkendelse, Anna.

						Venlig hilsen
						Dan Friis""", "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.confidence()).isGreaterThan(0.6);
		assertThat(request.askedOf()).containsExactly("anna.holm@min.example");
		assertThat(local(request)).hasValue(LocalDateTime.of(2026, 11, 27, 12, 0));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Tallene ligger her: https://min.sharepoint.com/b.xlsx og her: https://dropbox.com/s/1/b.txt",
					"Baggrunden er en åben sag." })
	void aShortMailAsksWhatItsOneClearSentenceAsks(String beside) {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "Budget for letbanen",
				"Kære Anna%n%nKan du godkende vedlagte budget? %s%n%nDan".formatted(beside), "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.confidence()).isGreaterThan(0.9);
		assertThat(request.ask()).hasValue("Kan du godkende vedlagte budget?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Hermed forelægges helhedsplanen til din godkendelse. | Naboerne er hørt, og høringssvarene er samlet i bilag 3. \
					Byggeriet begynder til foråret, og vejen er spærret i to uger. Udvalget drøftede sagen i september.
					We submit the annual accounts for your signature. | The audit was finished in May. The board discussed the \
					result twice, and the minutes of both meetings are on the portal. Last year's accounts are there too.
					Härmed ansöker vi om bygglov för carporten. | Grannarna har fått se ritningarna. Arbetet utförs av en \
					lokal firma under sommaren. Tomten ligger vid sjön.
					Vi søker herved om dispensasjon fra parkeringskravet. | Naboene er varslet. Tomten er bratt, og veien er \
					smal. Byggearbeidene er planlagt til våren, og skolen ligger like ved.
					Anbei erhalten Sie den Lageplan zu Ihrer Genehmigung. | Die Nachbarn sind angehört worden. Der Ausschuss hat \
					im Herbst darüber beraten, und die Bauarbeiten beginnen im Frühjahr.""")
	void aStrangersPlainRequestIsNotLostAmongWhatHeTells(String ask, String background) {
		var stranger = new Correspondent("Ida Berg", "ida@berg.example");

		var request = request(mail(stranger, List.of(ANNA), List.of(), "Elmevej 12",
				"%s%n%n%s%n%nIda Berg".formatted(ask, background), "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.confidence()).isGreaterThan(0.9);
		assertThat(request.ask()).hasValue(ask);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Planen var til din godkendelse i marts, og nu er den trykt.",
			"Thank you for your approval of the plan. It was printed yesterday.",
			"Danke für Ihre Zustimmung zum Plan. Er wurde gestern gedruckt." })
	void whatWasForHisApprovalAsksNothing(String words) {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "Planen",
				"%s De første eksemplarer ligger i receptionen.%n%nDan".formatted(words), "2026-11-25T09:00"));

		assertThat(request.intent()).isNotEqualTo(Intent.APPROVAL_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Book a room for twenty people for 10 December.",
			"Book et lokale til 20 personer den 10. december.", "Bestill et større rom til 10. desember, takk.",
			"Boka en större lokal till den 10 december, tack." })
	void theDayForWhichARoomIsBookedIsNoDeadline(String words) {
		var request = request(mail(DAN, List.of(BO), List.of(), "", words, "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.TASK_ORDER);
		assertThat(local(request)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Hej Anna. Baggrunden er drøftelserne i efteråret, hvor flere hensyn blev vejet mod hinanden. Alle er hørt, og \
					planen er nu klar. | I need your approval of the budget before the end of the week.
					Dear Anna. The background is last autumn's talks, where we weighed what each of us had to say. The plan is now \
					ready. | Kan du godkende, at vi går videre med budgettet?
					Kære Anna. Vi har nu hørt alle, der havde noget at sige om sagen, og planen er klar. | Können Sie das Budget \
					bitte bis Freitag genehmigen?""")
	void aMailOfTwoLanguagesAsksInTheOneOfThem(String background, String ask) {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "Budget",
				"%s%n%n%s%n%nDan".formatted(background, ask), "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.ask()).hasValue(ask);
	}

	@ParameterizedTest
	@ValueSource(ints = { 60, 66, 67, 74, 75, 90, 149, 151, 400 })
	void aSentenceOfRareLettersIsQuotedShortAndNeverCutThroughOne(int letters) {
		var request = request(mail(DAN, List.of(BO), List.of(), "Plan",
				"Kære Bo\n\nKan du godkende planen " + "\uD840\uDC00".repeat(letters) + "?\n\nDan",
				"2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.reason().length()).isLessThan(200);
		assertThat(request.reason().codePoints()).noneMatch((sign) -> sign >= 0xD800 && sign <= 0xDFFF);
	}

	@Test
	void bothAreAskedWhenBothAreGreetedAndNobodyIsNamedAgain() {
		var request = request(
				mail(DAN, List.of(BO, ANNA), List.of(), "Udkast til svar på § 20-spørgsmål S 412, frist fredag kl. 12",
						"Kære Anna og Bo\n\nVedhæftet er udkast til svar. Vi beder om jeres godkendelse.\n\nDan",
						"2026-11-25T09:00"));

		assertThat(request.askedOf()).containsExactlyInAnyOrder("anna.holm@min.example", "bo.lind@min.example");
	}

	@Test
	void aBareQuestionForApprovalIsARequest() {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "Indstilling om puljen",
				"Kan du godkende vedlagte indstilling?", "2026-11-25T09:00"));

		assertThat(request.intent()).isEqualTo(Intent.APPROVAL_REQUEST);
		assertThat(request.confidence()).isGreaterThan(0.6);
		assertThat(request.askedOf()).containsExactly("anna.holm@min.example");
		assertThat(request.deadline()).isEmpty();
		assertThat(request.ask()).hasValue("Kan du godkende vedlagte indstilling?");
	}

	@Test
	void theMayorOrdersANoteByWednesday() {
		var request = request(mail(ANNA, List.of(KAREN), List.of(FINN), "Skolebusserne",
				"Karen, lav et notat om skolebusserne inden onsdag kl. 10, gerne 2 sider. Cc Finn\n\nAnna",
				"2026-11-27T15:00"));

		assertThat(request.intent()).isEqualTo(Intent.TASK_ORDER);
		assertThat(request.confidence()).isGreaterThan(0.6);
		assertThat(request.askedOf()).containsExactly("karen.lyng@min.example");
		assertThat(request.deadline().orElseThrow().at()).hasValue(Instant.parse("2026-12-02T09:00:00Z"));
	}

	@Test
	void soonIsNoDay() {
		var request = request(mail(ANNA, List.of(KAREN), List.of(FINN), "Skolebusserne",
				"Karen, lav et notat om skolebusserne snarest.\n\nAnna", "2026-11-27T15:00"));

		assertThat(request.intent()).isEqualTo(Intent.TASK_ORDER);
		assertThat(request.deadline().orElseThrow().isVague()).isTrue();
		assertThat(request.deadline().orElseThrow().at()).isEmpty();
	}

	@Test
	void whoIsOnlyCopiedInIsNeverAsked() {
		var request = request(mail(DAN, List.of(ANNA, BO), List.of(KAREN), "Budget",
				"Kære Karen\n\nKan du godkende budgettet?\n\nDan", "2026-11-27T15:00"));

		assertThat(request.askedOf()).doesNotContain("karen.lyng@min.example");
	}

	@Test
	void theDayOfTheAnswerCountsAndNotThatOfTheMeeting() {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "Forberedelse",
				"Kære Anna\n\nMødet er den 5. december, svar senest den 3. Kan du godkende dagsordenen?\n\nDan",
				"2026-11-27T15:00"));

		assertThat(local(request)).hasValue(LocalDateTime.of(2026, 12, 3, 23, 59));
	}

	@Test
	void pointsAndOfferedAnswersAreKept() {
		var request = request(mail(DAN, List.of(ANNA), List.of(), "To indstillinger", """
				Kære Anna

				Kan du godkende følgende?
				1. Tilskud til museet
				2. Leje af teltet

				Svarmuligheder: Ja; Nej; Vent
				Dan""", "2026-11-27T15:00"));

		assertThat(request.items()).extracting(RequestReading.Item::text)
			.containsExactly("Tilskud til museet", "Leje af teltet");
		assertThat(request.options()).containsExactly("Ja", "Nej", "Vent");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					Automatisk svar: Høring         | Jeg er til møde uden for huset til kl. 11.
					Out of office: Lease            | I am away.
					Autosvar: Møtet                 | Jeg er på ferie.
					Undeliverable: Report           | Your message could not be delivered.
					Ikke leveret: Pressemøde        | Din meddelelse til presse@lokalradio.example blev ikke leveret. Adressen findes ikke.
					SV: Budget                      | Jeg er på ferie til den 14. juli. Kontakt Bo Lind, hvis det haster.
					""")
	void programsAreKnownByTheirWords(String subject, String text) {
		var reading = this.reader.read(mail(BO, List.of(DAN), List.of(), subject, text, "2026-07-01T09:00"));

		assertThat(reading.automatic()).isTrue();
		assertThat(reading.request().intent()).isEqualTo(Intent.NONE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Ferie                           | Jeg er på ferie fra mandag. Kan du godkende kontrakten inden?
			Fravær i uge 30                 | Kære Anna. Hvem passer telefonen, når jeg er på ferie?
			Read the report                 | Please read the report on absences by Friday.
			Out of office policy            | Can you approve the new policy?
			""")
	void noPersonIsTakenForAProgram(String subject, String text) {
		assertThat(this.reader.read(mail(BO, List.of(DAN), List.of(), subject, text, "2026-07-01T09:00")).automatic())
			.isFalse();
	}

	private RequestReading request(Mail mail) {
		return this.reader.read(mail).request();
	}

	private static Optional<LocalDateTime> local(RequestReading request) {
		return request.deadline().flatMap(Deadline::at).map((at) -> LocalDateTime.ofInstant(at, COPENHAGEN));
	}

	private static Mail mail(Correspondent from, List<Correspondent> to, List<Correspondent> cc, String subject,
			String text, String sentAt) {
		return new Mail(subject, Optional.of(text), Optional.empty(), Optional.of(from), Optional.empty(), to, cc,
				Optional.of(LocalDateTime.parse(sentAt).atZone(COPENHAGEN).toInstant()), COPENHAGEN, Optional.empty());
	}

}
