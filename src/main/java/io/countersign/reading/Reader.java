package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.countersign.reading.VerdictReading.Label;

/** Reads mail. Safe for any number of threads. */
public class Reader {

	private static final VerdictReading NO_ANSWER = new VerdictReading(Label.NONE, 1, false, Optional.empty(),
			Optional.empty(), List.of(), List.of(), List.of("It answers nothing that was asked."));

	private final MailMarks marks = MailMarks.ofAllLanguages();

	private final Map<Language, Phrasebook> books = Phrasebook.ofEachLanguage();

	private final Tongues tongues = new Tongues(this.books);

	private final Requests requests = new Requests(this.tongues);

	/** What this mail asks and answers. */
	public Reading read(Mail mail) {
		var words = words(mail);
		var verdict = verdict(mail, words);
		return reading(mail, words, () -> verdict, verdict);
	}

	/**
	 * What a mail says that answers nothing anybody asked. Its verdict is none, which is
	 * found several times as fast.
	 */
	public Reading readOpening(Mail mail) {
		var words = words(mail);
		return reading(mail, words, () -> verdict(mail, words), NO_ANSWER);
	}

	private Reading reading(Mail mail, Newly words, Supplier<VerdictReading> answer, VerdictReading verdict) {
		var statements = Requests.statements(words.own());
		var wrote = this.requests.isNote(mail, statements, answer);
		var request = this.requests.read(mail, words.own(), statements, words.language());
		var automatic = request.isEmpty() || (wrote && !request.get().intent().asks());
		return new Reading(words.language(), words.own(), (automatic ? Finding.OF_PROGRAM : request.get()).reading(),
				wrote ? VerdictReading.ofProgram() : verdict, automatic);
	}

	private VerdictReading verdict(Mail mail, Newly words) {
		if (mail.html().filter((page) -> page.length() > HtmlBody.LONGEST).isPresent()) {
			return Weighing.unsure(List.of(), "It is much longer than an answer.");
		}
		var books = books(words.language());
		var verdict = new VerdictReader(books, Asked.of(mail, words.older(), books), mail.from(), mail.to())
			.read(words.own(), words.inline());
		return verdict.isDecision() ? signed(verdict, mail, words) : verdict;
	}

	/** Whether it is its author who decides. */
	private VerdictReading signed(VerdictReading verdict, Mail mail, Newly words) {
		var signers = Stream.concat(mail.from().stream(), mail.sender().stream()).toList();
		var others = words.signatures().stream().filter((name) -> name.isOfNobodyIn(signers)).toList();
		if (!others.isEmpty()) {
			return others.stream().allMatch(Signature::isShort) ? verdict.toConfirm("Somebody else may have signed it.")
					: Weighing.unsure(List.of(), "Somebody else has signed it.");
		}
		return words.isSaidBehind() ? verdict.toConfirm("Something is said behind its farewell.") : verdict;
	}

	/**
	 * What a mail answers to a numbered list of things that have nothing to do with each
	 * other.
	 * @param asked what each number of the list asks
	 */
	public ListReading readList(Mail mail, Map<Integer, String> asked) {
		var words = words(mail);
		return new ListReader(books(words.language()), mail.from(), mail.to()).read(words.own(), words.inline(), asked);
	}

	/**
	 * Only whether it asks, which is found much faster than by when, and what it answers.
	 */
	public Gist readGist(Mail mail) {
		var words = words(mail);
		var found = this.requests.read(mail, words.own(), Requests.statements(words.own()), words.language())
			.orElse(Finding.OF_PROGRAM);
		return new Gist(found.intent(), found.reason());
	}

	private Newly words(Mail mail) {
		var body = mail.html()
			.filter((html) -> !html.isBlank())
			.map(HtmlBody::of)
			.orElseGet(() -> Body.ofText(mail.text().orElse("")));
		var cut = new Trim(this.marks.ofOneMail()).of(body, mail.from(), mail.sender());
		return new Newly(cut.own(), cut.inline(), cut.older(), cut.signatures(), cut.isSaidBehind(), this.tongues
			.likeliest(cut.own().text() + "\n" + mail.subject(), body.text() + "\n" + mail.asked().orElse("")));
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

	/**
	 * The words of a mail.
	 *
	 * @param older what stands in its quoted history
	 * @param isSaidBehind whether something is said where its author only signs
	 */
	private record Newly(OwnWords own, InlineAnswers inline, String older, List<Signature> signatures,
			boolean isSaidBehind, Language language) {
	}

}
