package io.countersign.reading;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads mail. Safe for any number of threads. */
public class Reader {

	private final MailMarks marks = MailMarks.ofAllLanguages();

	private final Map<Language, Phrasebook> books = new EnumMap<>(Language.class);

	private final Requests requests = new Requests();

	public Reader() {
		for (var language : Language.values()) {
			this.books.put(language, Phrasebook.of(language.code()));
		}
	}

	/** What this mail asks and answers. */
	public Reading read(Mail mail) {
		var body = mail.html()
			.filter((html) -> !html.isBlank())
			.map(HtmlBody::of)
			.orElseGet(() -> Body.ofText(mail.text().orElse("")));
		var cut = new Trim(this.marks).of(body, mail.from());
		var own = cut.own();
		var language = language(own.text() + "\n" + mail.subject(), body.text());
		var books = books(language);
		var verdict = new VerdictReader(books, Asked.of(mail, cut.older(), books), mail.from()).read(own.text());
		var automatic = this.requests.isAutomatic(mail, own, language)
				|| new AutomaticMail(books).wrote(mail, own.text(), verdict);
		return automatic ? new Reading(language, own, Requests.ofProgram(), AutomaticMail.VERDICT, true)
				: new Reading(language, own, this.requests.read(mail, own, language), verdict, false);
	}

	private Phrasebook book(Language language) {
		var book = this.books.get(language);
		return (book != null) ? book : Phrasebook.of(language.code());
	}

	/** All of them: the likeliest first, then English, which everybody mixes in. */
	private List<Phrasebook> books(Language likeliest) {
		var order = new LinkedHashSet<Language>(List.of(likeliest, Language.EN));
		order.addAll(List.of(Language.values()));
		return order.stream().map(this::book).toList();
	}

	/** The own words count more: a Dane may answer an English mail. */
	private Language language(String own, String whole) {
		var best = Language.DA;
		var most = 0;
		for (var language : Language.values()) {
			var count = 10 * common(language, own) + common(language, whole);
			if (count > most) {
				most = count;
				best = language;
			}
		}
		return best;
	}

	private int common(Language language, String text) {
		var words = Words.of(text.substring(0, Math.min(600, text.length())));
		var count = 0;
		for (var i = 0; i < words.size(); i++) {
			count += book(language).isCommon(words.at(i)) ? 1 : 0;
		}
		return count;
	}

}
