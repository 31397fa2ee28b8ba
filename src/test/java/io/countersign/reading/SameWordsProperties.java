package io.countersign.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** The same words, written in another way, say the same. */
class SameWordsProperties {

	private static final Reader READER = new Reader();

	private static final List<String> ANSWERS = List.of("Godkendt", "Ok herfra, bare send", "Ikke godkendt",
			"Godkendt hvis juristerne er enige", "Approved, thanks", "I can't approve this", "Genehmigt",
			"Das kann ich nicht genehmigen", "Godkänt från min sida", "Det kan jag inte godkänna",
			"Godkjent fra min side", "Det kan jeg ikke godkjenne", "Let's discuss", "Modtaget, tak",
			"Jeg ser på det i morgen", "Hvad koster det?");

	@Property(tries = 200)
	void capitalsChangeNothing(@ForAll("answers") String answer) {
		assertThat(read(answer.toUpperCase(Locale.ROOT)).label()).isEqualTo(read(answer).label());
		assertThat(read(answer.toLowerCase(Locale.ROOT)).label()).isEqualTo(read(answer).label());
	}

	@Property(tries = 200)
	void lettersInTwoPartsChangeNothing(@ForAll("answers") String answer) {
		assertThat(read(Normalizer.normalize(answer, Normalizer.Form.NFD)).label()).isEqualTo(read(answer).label());
	}

	@Property(tries = 200)
	void markupChangesNothing(@ForAll("answers") String answer) {
		var html = READER.read(asked(Mail.ofHtml("", "<html><body><p>" + answer.replace(" ", "&nbsp;\n") + "</p>")));

		assertThat(html.verdict().label()).isEqualTo(read(answer).label());
	}

	@Property(tries = 500)
	void theOwnWordsStandInTheMailInThatOrder(@ForAll("mails") String text) {
		var own = READER.read(Mail.ofText("", text)).own().text();

		assertThat(text.replace("\r", "")).satisfies((original) -> assertThat(isSubsequence(own, original)).isTrue());
	}

	private static boolean isSubsequence(String part, String whole) {
		var at = 0;
		for (var i = 0; i < whole.length() && at < part.length(); i++) {
			at += (whole.charAt(i) == part.charAt(at)) ? 1 : 0;
		}
		return at == part.length();
	}

	private static VerdictReading read(String text) {
		return READER.read(asked(Mail.ofText("", text))).verdict();
	}

	private static Mail asked(Mail mail) {
		return mail.writtenBy(new Correspondent("Anna Holm", "anna@min.example"))
			.answering("Can you approve the attached paper?");
	}

	@Provide
	Arbitrary<String> answers() {
		return Arbitraries.of(ANSWERS);
	}

	@Provide
	Arbitrary<String> mails() {
		return Arbitraries
			.of("Godkendt", "Hej Dan\n", "> 1. Må vi?\n", "ja\n", "\r\n", "Fra: Bo\nSendt: i går\nEmne: x\n", "Mvh\n",
					"Anna Holm\n", "[Anna:] ja\n", "Se mine svar nedenfor\n", "Bo skrev:\n", "-- \n", " ", "\u00a0",
					"Sendt fra min iPhone\n", "👍")
			.list()
			.ofMaxSize(30)
			.map((parts) -> String.join("", parts));
	}

}
