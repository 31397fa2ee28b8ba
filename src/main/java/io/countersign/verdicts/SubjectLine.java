package io.countersign.verdicts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.intake.Message;

/**
 * VA-17: the subject of an answer decides nothing, and what its author has written into
 * it may take back what the words say. Programs put marks before the title of what they
 * answer; whatever else stands beside the title is somebody's own.
 *
 * @param subject in small letters, without the number of a case
 * @param titles of what was asked, written in the same way; none where they mean nothing
 * @param people the names of those it is from and goes to, word by word
 */
record SubjectLine(String subject, Set<String> titles, Set<String> people) {

	private static final Pattern ANSWERED = Pattern
		.compile("(?:re|sv|aw|antw|antwort|svar|ang|odp|ref)\\.? ?(?:[\\[(]?\\d{1,3}[\\])]?)? ?: ?");

	private static final Pattern PASSED_ON = Pattern
		.compile("(?:fwd?|vs|vb|wg|vl|tr|rv|enc|pd|doorst|i|videresendt|videresend|vidarebefordrat|weitergeleitet"
				+ "|forwarded|forward) ?(?:[\\[(]?\\d{1,3}[\\])]?)? ?: ?");

	/** As gateways mark what came from outside. */
	private static final Pattern FROM_OUTSIDE = Pattern
		.compile("(?:[\\[(](?:ekstern\\p{L}*|extern\\p{L}*|ext)(?: \\p{L}+)?[])]|(?:ekstern|external|extern|ext):) ?");

	/** What we write before a title ourselves, where we remind of it. */
	private static final Pattern OURS = Pattern.compile("(?:venter på svar|waiting for an answer|bestilling|order): ");

	/** A number or a mark, as archives and gateways put behind a title. */
	private static final Pattern BEHIND = Pattern
		.compile("(?: ?[\\[(](?:[^\\[\\]()]{0,40}\\d[^\\[\\]()]{0,40}|ekstern|external|extern)[\\])]){1,3}$");

	/** What a text is that nobody has said yet, or no longer says. */
	private static final Set<String> NO_ANSWER = Set.of("draft", "template", "sample", "specimen", "example", "dummy",
			"test", "sandbox", "phishing", "spam", "ignore", "suggested", "suggestion", "proposed", "proposal", "copy",
			"recall", "recalled", "retracted", "withdrawn", "obsolete", "cancelled", "canceled", "void", "unsent",
			"rejected", "declined", "undeliverable", "skabelon", "kladde", "udkast", "forslag", "eksempel", "prøve",
			"kopi", "tilbagekald", "tilbagekaldt", "tilbagetrukket", "annulleret", "ugyldig", "afvist", "mall",
			"utkast", "förslag", "exempel", "prov", "kopia", "återkallat", "återkallad", "avvisad", "avslag", "mal",
			"mønster", "tilbakekalt", "avvist", "vorlage", "muster", "entwurf", "vorschlag", "beispiel", "probe",
			"kopie", "rückruf", "widerrufen", "storniert", "ungültig", "abgelehnt");

	private static final Set<String> ANSWERING = Set.of("svar", "svaret", "answer", "reply", "response", "antwort",
			"rückmeldung", "tilbagemelding");

	/** What says nothing. */
	private static final Set<String> GREETING = Set.of("hej", "hei", "hi", "hello", "hallo", "kære", "kjære", "dear",
			"liebe", "lieber", "tak", "takk", "tack", "thanks", "danke", "ok", "re", "sv", "aw", "ja", "yes",
			"godkendt", "approved", "godkjent", "godkänt", "genehmigt", "your", "din", "dit", "request", "anmodning",
			"anfrage", "fra", "from", "von", "från", "to", "til");

	private static final Pattern NUMBER = Pattern.compile("\\[20\\d{2}-\\d{4,7}\\]");

	/** As titles are cut. */
	private static final int LONGEST_TITLE = 255;

	static SubjectLine of(Message message, Set<String> titles) {
		return new SubjectLine(plain(message.subject()),
				titles.stream().map(SubjectLine::plain).filter((title) -> !title.isEmpty()).collect(Collectors.toSet()),
				people(message));
	}

	private static Set<String> people(Message message) {
		return Stream.of(message.from().stream(), message.to().stream(), message.cc().stream())
			.flatMap((all) -> all)
			.flatMap((one) -> WordList.of(one.displayName()).words().stream())
			.collect(Collectors.toSet());
	}

	private static String plain(String subject) {
		return Normalizer.normalize(NUMBER.matcher(subject).replaceAll(" "), Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\"“”„«»]", "")
			.replaceAll("\\s++", " ")
			.strip();
	}

	/**
	 * What it says besides the answer, if anything.
	 * @param given what the words say
	 */
	Optional<String> doubt(Vote given) {
		var rest = this.subject;
		var answered = false;
		for (var shorter = rest; !isTitle(rest); rest = shorter) {
			shorter = without(OURS, without(FROM_OUTSIDE, rest));
			var answer = without(ANSWERED, shorter);
			answered |= answer.length() < shorter.length();
			shorter = answer;
			var passedOn = without(PASSED_ON, shorter);
			if (passedOn.length() < shorter.length() && !answered) {
				return Optional.of("Its subject says that it was passed on, and not that it answers.");
			}
			shorter = passedOn;
			var vote = Vote.of(shorter);
			if (vote.filter((said) -> said != given).isPresent()) {
				return Optional.of("Its subject is a vote, and its words say something else.");
			}
			shorter = vote.isPresent() ? shorter.substring(shorter.indexOf(':') + 1).strip() : shorter;
			if (shorter.equals(rest)) {
				return beside(rest, answered, given);
			}
		}
		return Optional.empty();
	}

	private static String without(Pattern mark, String subject) {
		var found = mark.matcher(subject);
		return found.lookingAt() ? subject.substring(found.end()) : subject;
	}

	private boolean isTitle(String rest) {
		return this.titles.stream()
			.anyMatch((title) -> rest.equals(title) || title.length() >= LONGEST_TITLE && rest.startsWith(title));
	}

	/** "Template", where what was asked is not called so. */
	private boolean isNoAnswer(String rest) {
		var asked = WordList.of(String.join(" ", this.titles)).words();
		return WordList.of(rest)
			.words()
			.stream()
			.anyMatch((word) -> (NO_ANSWER.contains(word) || Denials.is(word)) && !asked.contains(word));
	}

	/** A title of its own is no thread of somebody else's, as long as it says nothing. */
	private Optional<String> beside(String rest, boolean answered, Vote given) {
		if (rest.isEmpty() || this.titles.isEmpty()) {
			return Optional.empty();
		}
		if (isNoAnswer(rest)) {
			return Optional.of("Its subject says that it is no answer.");
		}
		if (isTitle(BEHIND.matcher(rest).replaceFirst(""))) {
			return Optional.empty();
		}
		var said = this.titles.stream().filter(rest::contains).findFirst().map((title) -> rest.replace(title, " "));
		if (said.or(() -> Optional.of(rest)).flatMap(Vote::only).filter(given::equals).isPresent()) {
			return Optional.empty();
		}
		if (said.isPresent() || Denials.anyIn(WordList.of(rest)) || rest.indexOf(':') >= 0) {
			return Optional.of("Its subject says more than the title of what was asked.");
		}
		if (answered) {
			return Optional.of("By its subject it answers something else.");
		}
		return isAnAnswer(rest) ? Optional.empty()
				: Optional.of("Its subject is not that of what was asked, and does not say that it answers.");
	}

	/** "My answer", or a greeting and a name. */
	private boolean isAnAnswer(String rest) {
		var words = WordList.of(rest).words();
		return words.stream().anyMatch(ANSWERING::contains) || words.stream()
			.allMatch((word) -> GREETING.contains(word) || this.people.contains(word)
					|| this.titles.stream().anyMatch((title) -> WordList.of(title).words().contains(word)));
	}

}
