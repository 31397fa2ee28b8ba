package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.countersign.reading.Body.Line;

/** Finds who has signed what was newly written, and how. */
final class Signatures {

	/** "Eva Skov, ministersekretær", "Eva Skov | Partner A/S". */
	private static final Pattern WITH_OFFICE = Pattern.compile(
			"(\\p{Lu}(?:[\\p{L}'-]+|\\.)(?: \\p{Lu}\\.?)?(?: \\p{Lu}[\\p{L}'-]+){1,2})(?:,| ?[|·•(/]| [-–—])\\h*\\S.*+");

	private static final String PERSON = "PERSON";

	private static final Pattern STROKE = Pattern.compile("(?:[vV]?/{1,2}|[-–—~]{1,2}) ?");

	/** Who signs so is not the one he names. */
	private static final Pattern INSTEAD = Pattern.compile("(?:[Ff]or|[Ff]\\.) (\\p{Lu}.*+)");

	private static final Pattern TWO_NAMES = Pattern.compile("[^/]++ ?/ ?([^/]++)");

	private static final String NAME = "(\\p{Lu}[\\p{L}'-]++(?: \\p{Lu}[\\p{L}'.-]*+){0,3})";

	/** "Anna Holm, by Eva Skov". */
	private static final Pattern BY_ANOTHER = Pattern.compile(NAME
			+ "\\W{1,3}(?iu:c/o|v/|v\\.|ved|via|by|per|gm\\.?|genom|gjennom|durch|af|av|through|nach diktat)(?-i:\\h*+"
			+ "(?:i\\. ?[AV]\\.\\h*+)?)" + NAME + "\\W?");

	/** "Eva for Anna". */
	private static final Pattern FOR_SOMEBODY = Pattern
		.compile(NAME + "\\W{1,3}(?iu:for|f\\.|för|für|pva\\.?|på vegne af|on behalf of) " + NAME);

	/** "The office of Anna Holm". */
	private static final Pattern OFFICE = Pattern
		.compile("(?iu)(?:the )?(?:private )?(?:office|kontore?t?|\\p{L}*sekretariate?t?"
				+ "|\\p{L}*büro|kanslie?t?|secretariat|staff)(?-i: (?:of|af|av|for|för|von|till|til) )" + NAME);

	/** "Anna / Eva". */
	private static final Pattern TWO_FIRST_NAMES = Pattern.compile("\\p{Lu}[\\p{L}-]+ ?/ ?(\\p{Lu}\\p{Ll}[\\p{L}-]+)");

	/** Whoever types for another puts both in one: "AH/es". */
	private static final Pattern TYPIST = Pattern.compile("\\p{Lu}{2,4}[/:](\\p{L})(\\p{L}{1,3})");

	/** "Greetings from Bo". */
	private static final Pattern FROM_ANOTHER = Pattern.compile("(.{2,30}?) (?:fra|from|von|från) (\\p{Lu}.*+)");

	/** A program sends from somewhere, and a person is who it is sent by. */
	private static final Pattern SENT_BY = Pattern.compile(
			"\\W*+(?iu:sent|written|typed|dictated|signed|sendt|skrevet|underskrevet|skrivet|undertecknat|skickat|gesendet|geschrieben|unterzeichnet)"
					+ "\\h+(?:by|to|af|til|av|durch|von|an)"
					+ "\\h+(?!(?:Outlook|Samsung|Mail|Gmail|Yahoo|Windows|Android|Proton|Huawei|Galaxy|Xperia|Teams)\\b)(\\p{Lu}[\\p{L}-]+)");

	/** A closing and the name below it may have empty lines or an office between them. */
	private static final int NEAR = 3;

	private static final int MOST = 20;

	private Signatures() {
	}

	/** Every one, most of which stand where its author only signs. */
	static List<Signature> in(MailMarks marks, List<Line> lines, boolean[] quoted, boolean[] gone) {
		return IntStream.range(0, lines.size())
			.filter((at) -> !quoted[at])
			.boxed()
			.flatMap((at) -> inPlainWords(marks, lines.get(at).words())
				.or(() -> gone[at] ? at(marks, lines, quoted, at) : Optional.empty())
				.stream())
			.limit(MOST)
			.toList();
	}

	private static Optional<Signature> at(MailMarks marks, List<Line> lines, boolean[] quoted, int at) {
		var line = lines.get(at).words();
		if (marks.isClosing(line)) {
			return behind(marks, line).or(() -> below(lines, quoted, at));
		}
		if (marks.isWeakClosing(line)) {
			return below(lines, quoted, at);
		}
		var sender = SENT_BY.matcher(line);
		return sender.lookingAt() ? Optional.of(Signature.of(sender.group(1)))
				: hand(line).or(() -> behindAStroke(line));
	}

	/** These are read as words, too. */
	private static Optional<Signature> inPlainWords(MailMarks marks, String line) {
		var instead = INSTEAD.matcher(line);
		if (instead.matches() && Signature.isName(instead.group(1))) {
			return Optional.of(new Signature(instead.group(1), true));
		}
		var office = OFFICE.matcher(line);
		if (office.matches()) {
			return Optional.of(new Signature(office.group(1), true));
		}
		var both = TWO_FIRST_NAMES.matcher(line);
		if (both.matches() && !marks.says(both.group(1))) {
			return Optional.of(Signature.of(both.group(1)));
		}
		var typist = TYPIST.matcher(line);
		if (typist.matches()) {
			return Optional
				.of(Signature.of(typist.group(1).toUpperCase(Locale.ROOT) + typist.group(2).toLowerCase(Locale.ROOT)));
		}
		var from = FROM_ANOTHER.matcher(line);
		return (from.matches() && Signature.isName(from.group(2)) && marks.isClosing(from.group(1)))
				? Optional.of(Signature.of(from.group(2))) : Optional.empty();
	}

	/** Who has written it, where two are named. */
	private static Optional<Signature> hand(String line) {
		var by = BY_ANOTHER.matcher(line);
		if (by.matches()) {
			return Optional.of(Signature.of(by.group(2)));
		}
		var instead = FOR_SOMEBODY.matcher(line);
		return instead.matches() ? Optional.of(new Signature(instead.group(2), true)) : Optional.empty();
	}

	/** "Mvh Bo Lind"; what stands in front of the name is a closing by itself. */
	private static Optional<Signature> behind(MailMarks marks, String line) {
		return IntStream.iterate(line.indexOf(' '), (space) -> space > 0, (space) -> line.indexOf(' ', space + 1))
			.filter((space) -> Signature.isName(line.substring(space + 1)) && marks.isClosing(line.substring(0, space)))
			.mapToObj((space) -> Signature.of(line.substring(space + 1)))
			.findFirst();
	}

	/** An office may stand above the name of who signs for it. */
	private static Optional<Signature> below(List<Line> lines, boolean[] quoted, int closing) {
		var names = IntStream.rangeClosed(closing + 1, Math.min(closing + NEAR, lines.size() - 1))
			.filter((at) -> !quoted[at] && !lines.get(at).isBlank())
			.mapToObj((at) -> withoutOffice(lines.get(at).words()))
			.takeWhile(Signature::isName)
			.toList();
		return names.stream()
			.filter((name) -> Signature.isFullName(name))
			.findFirst()
			.or(() -> names.stream().findFirst())
			.map(Signature::of);
	}

	/** Also of two names, where the second one stands behind the stroke. */
	private static Optional<Signature> behindAStroke(String line) {
		var stroke = STROKE.matcher(line);
		var two = TWO_NAMES.matcher(line);
		var name = stroke.lookingAt() ? line.substring(stroke.end()) : two.matches() ? two.group(1) : "";
		return (stroke.lookingAt() ? Signature.isName(name) : Signature.isFullName(name) && !isOffice(name))
				? Optional.of(Signature.of(name)) : Optional.empty();
	}

	private static String withoutOffice(String line) {
		var name = WITH_OFFICE.matcher(line);
		return name.matches() ? name.group(1) : line;
	}

	/** "Permanent Secretary", which has capitals like a name. */
	private static boolean isOffice(String words) {
		return Glossary.ofAll()
			.of(Words.of(words))
			.getLast()
			.gloss()
			.filter((last) -> last.kind().equals(PERSON))
			.isPresent();
	}

}
