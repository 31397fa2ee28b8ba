package io.countersign.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.reading.VerdictReading.Label;
import io.countersign.support.CpuTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderProperties {

	private static final Reader READER = new Reader();

	private static final String REQUEST = "Can you approve the attached paper?";

	private static final List<String> ANSWERS = List.of("Godkendt", "Ok herfra, bare send", "Ikke godkendt",
			"Godkendt hvis JUR er enig", "Approved, thanks", "I can't approve this", "Approved subject to funding",
			"Genehmigt", "Das kann ich nicht genehmigen", "Godkänt från min sida", "Det kan jag inte godkänna",
			"Godkjent fra min side", "Det kan jeg ikke godkjenne", "Spørg Clara", "Let's discuss", "Modtaget, tak");

	/** What mail programs and firms put below an answer. */
	private static final List<String> BELOW = List.of("\n\nMvh\nAnna Holm", "\n\n-- \nAnna Holm\nApproved auditor",
			"\n\nSendt fra min iPhone", "\n\nGet Outlook for iOS", "\n\nVon meinem iPhone gesendet",
			"\n\nFra: Bo Lind <bo@min.example>\nSendt: 24. november 2026 09:00\nTil: Anna Holm\nCc: Finn Bro\nEmne: Notat\n\nGodkendt\nBo",
			"\n\n-----Original Message-----\nSubject: Paper\nFrom: Bo Lind\nSent: 24 November 2026 09:00\nTo: Anna Holm\n\nApproved",
			"\n\nVon: Bo Lind\nGesendet: Dienstag, 24. November 2026 09:00\nAn: Anna Holm\nBetreff: Vorlage\n\nNicht genehmigt",
			"\n\nFrån: Bo Lind\nSkickat: den 24 november 2026 09:00\nTill: Anna Holm\nÄmne: Underlag\n\nInte godkänt",
			"\n\nLähettäjä: Bo Lind\nLähetetty: tiistai 24. marraskuuta 2026 9.00\nVastaanottaja: Anna Holm\nAihe: Asia\n\nApproved",
			"\n\nDen tirs. 24. nov. 2026 kl. 09.00 skrev Bo Lind <bo@min.example>:\n\n> Godkendt\n> Bo",
			"\n\nOn Tue, 24 Nov 2026 at 09:00, Bo Lind <bo@min.example> wrote:\n> not approved",
			"\n\nAm 24.11.26 um 09:00 schrieb Bo Lind:\n> Abgelehnt",
			"\n\nThis e-mail is confidential and intended solely for the addressee. If you are not the intended recipient please delete it.",
			"\n\nDenne e-mail kan indeholde fortrolige oplysninger og er kun bestemt for adressaten.");

	private static final Map<String, List<String>> DENIED = Map.of("ikke",
			List.of("godkendt", "ok", "godkendes", "i orden"), "not",
			List.of("approved", "ok", "accepted", "agreed", "fine"), "nicht",
			List.of("genehmigt", "freigegeben", "einverstanden", "in Ordnung"), "inte",
			List.of("godkänt", "ok", "beviljat"), "aldrig", List.of("godkendt", "godkänt"), "never",
			List.of("approved", "agreed"));

	@Property(tries = 300)
	void whatStandsBelowAnAnswerNeverChangesIt(@ForAll("answers") String answer, @ForAll("below") List<String> below) {
		var alone = read(answer);
		var followed = read(answer + String.join("", below));

		assertThat(followed.label()).isEqualTo(alone.label());
		assertThat(followed.condition()).isEqualTo(alone.condition());
	}

	@Property(tries = 300)
	void aDeniedYesIsNone(@ForAll("denials") String denied) {
		assertThat(read(denied).label()).isNotEqualTo(Label.APPROVED);
	}

	@Property(tries = 300)
	void lineBreaksAndSpacesOfAnyKindChangeNothing(@ForAll("answers") String answer) {
		var spaced = answer.replace(" ", "\u00a0");

		assertThat(read("\r\n" + spaced + " \r\n").label()).isEqualTo(read(answer).label());
	}

	@Property(tries = 500)
	void anyTextIsReadWithoutComplaint(@ForAll String text) {
		var own = READER.read(Mail.ofText("", text)).own();

		assertThat(own.text().length()).isLessThanOrEqualTo(text.length());
	}

	@Property(tries = 300)
	void anyMarkupIsReadWithoutComplaint(@ForAll("markup") String html) {
		assertThat(READER.read(Mail.ofHtml("", html)).verdict().label()).isNotNull();
	}

	@Property(tries = 40)
	void hostileTextIsReadWithinASecond(@ForAll("hostile") String text) {
		assertThat(CpuTime.of(() -> READER.read(Mail.ofText("", text)))).isLessThan(Duration.ofSeconds(1));
		assertThat(CpuTime.of(() -> READER.read(Mail.ofHtml("", text)))).isLessThan(Duration.ofSeconds(1));
	}

	private static VerdictReading read(String text) {
		return READER.read(
				Mail.ofText("", text).writtenBy(new Correspondent("Anna Holm", "anna@min.example")).answering(REQUEST))
			.verdict();
	}

	@Provide
	Arbitrary<String> answers() {
		return Arbitraries.of(ANSWERS);
	}

	@Provide
	Arbitrary<List<String>> below() {
		return Arbitraries.of(BELOW).list().ofMinSize(1).ofMaxSize(2);
	}

	@Provide
	Arbitrary<String> denials() {
		var around = Arbitraries.of("", "Det er ", "Tak, ", "Thanks, ", "Das ist ", "It is ", "Ja, ", "Ok, ",
				"Fint, men ");
		var behind = Arbitraries.of("", " herfra", " from me", ".", "!", " /AH", "\n\nMvh\nAnna", ", tak", ", ok");
		var denied = Arbitraries.of(DENIED.keySet())
			.flatMap((no) -> Arbitraries.of(DENIED.getOrDefault(no, List.of())).map((yes) -> no + " " + yes));
		return Combinators.combine(around, denied, behind).as((before, no, after) -> before + no + after);
	}

	@Provide
	Arbitrary<String> markup() {
		return Arbitraries
			.of("<div>", "</div>", "<blockquote>", "<p>", "<br>", "<table><tr><td>", "Godkendt", "&nbsp;",
					"<span style=\"display:none\">", "</span>", "&lt;", "<!--", "-->", "<style>", "ikke", "<")
			.list()
			.ofMaxSize(40)
			.map((parts) -> String.join("", parts));
	}

	@Provide
	Arbitrary<String> hostile() {
		return Arbitraries
			.of("> ", "a", "ok ", "ikke ", "ja, ", "hvis ", "1. ja 2. nej ", "(", "Fra: ", "Fra: a\nTil: b\n", "-",
					"_\n", "x@y.z ", "godkendt og ", "<div>", "<b", "&", "det er ", ".", "?", "\n", "\u00a0", "😀",
					"Anna ", "den 24. november 2026 09:00 ", "mvh\n", "skrev:\n", "jeg har læst ", "1 ", "A ", "🙂👍 ")
			.map((part) -> part.repeat(100_000 / part.length()));
	}

}
