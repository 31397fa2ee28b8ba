package io.countersign.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who may sign a mail, and how: with his name, with parts of it ("C. Uldum",
 * "Voßkuhl", "Bjørn Erik") or with letters of it ("jp", "P-O", "PvdV").
 */
final class Signer {

	private static final int LONGEST = 60;

	/** "JPMG": more letters are a word. */
	private static final int MOST_LETTERS = 4;

	/** As short as a beginning that stands for a name: "Doug". */
	private static final int SHORTEST_BEGINNING = 3;

	/** "- Anna", "*Anna*", "Anna." */
	private static final Pattern ORNAMENT = Pattern.compile("^[-–—/~*_\\h]+|[*_.,\\h]+$");

	private static final Pattern TITLE = Pattern
		.compile("(?i)(?:mrs?|ms|miss|dr|prof|hr|fru|frk|frau|herr)\\b\\.?\\h*");

	/** "Ha 14/5". */
	private static final Pattern DATE = Pattern.compile("\\h+\\d{1,2}[/.]\\d{1,2}\\.?$");

	/** "P-O Nyman, distriktschef". */
	private static final Pattern OFFICE = Pattern.compile(",\\h*(\\p{L}+(?:\\h\\p{L}+){0,3})$");

	/**
	 * "Anna, item two", "Anna, the annex", "Anna, later": what such words mean is no
	 * office.
	 */
	private static final Set<String> NO_OFFICE = Set.of("FN", "COUNT", "LIMIT", "PAPER", "TIME", "NO", "REFUSE", "BAD",
			"WAIT", "LATER", "CONDITION", "DOUBT", "QUESTION");

	/** They say so wherever they stand: "Anna, budget only". */
	private static final Set<String> PARTLY = Set.of("COUNT", "LIMIT");

	/** "n" is as well a no, and "x" crosses out. */
	private static final Set<String> SHORT_NO = Set.of("n", "x");

	private static final Pattern NAME = Pattern.compile("[\\p{L}'’-]+\\.?(?:[\\h-]?[\\p{L}'’-]+\\.?)*");

	private static final Pattern BORDER = Pattern.compile("[\\s,.-]+");

	private final MailMarks marks;

	/** Of the name and of the mailbox, each in its order. */
	private final List<List<String>> names;

	Signer(Correspondent who, MailMarks marks) {
		this.marks = marks;
		this.names = Stream.of(who.name(), mailbox(who)).map(Signer::parts).filter((name) -> !name.isEmpty()).toList();
	}

	private static String mailbox(Correspondent who) {
		return who.address().substring(0, Math.max(0, who.address().indexOf('@'))).replace('_', ' ');
	}

	private static List<String> parts(String name) {
		return BORDER.splitAsStream(name.toLowerCase(Locale.ROOT)).filter((part) -> !part.isEmpty()).toList();
	}

	boolean isKnown() {
		return !this.names.isEmpty();
	}

	/** Whether a line is his name and nothing else, apart from a title and an office. */
	boolean signs(String line) {
		if (line.length() > LONGEST) {
			return false;
		}
		var plain = ORNAMENT.matcher(line).replaceAll("");
		var office = OFFICE.matcher(plain);
		if (office.find()) {
			return isOffice(office.group(1)) && isName(plain.substring(0, office.start()));
		}
		return isName(plain) || isInFrontOfOffice(plain);
	}

	/** Signs that are no words say nothing: "Anna Holm :)". */
	private boolean isOffice(String words) {
		if (this.marks.turnsMeaning(words) || this.marks.denies(words)) {
			return false;
		}
		var kinds = Glossary.ofAll()
			.of(Words.of(words))
			.stream()
			.map((word) -> word.gloss().map(Glossary.Gloss::kind).orElse(""))
			.toList();
		return kinds.stream().limit(1).noneMatch(NO_OFFICE::contains) && kinds.stream().noneMatch(PARTLY::contains);
	}

	/** "Anna Holm Kontorchef". */
	private boolean isInFrontOfOffice(String line) {
		var parts = parts(line);
		return this.names.stream()
			.anyMatch((name) -> name.size() > 1 && parts.size() > name.size()
					&& parts.subList(0, name.size()).equals(name)
					&& isOffice(String.join(" ", parts.subList(name.size(), parts.size()))));
	}

	private boolean isName(String line) {
		var written = DATE.matcher(TITLE.matcher(line).replaceFirst("")).replaceFirst("").strip();
		if (!NAME.matcher(written).matches() || this.marks.decides(written)) {
			return false;
		}
		var parts = parts(written);
		return this.names.stream().anyMatch((name) -> isOf(name, parts) || isLettersOf(name, written, parts));
	}

	/** "Anna", "A. Holm", "Holm": parts in their order, one of which is whole. */
	private boolean isOf(List<String> name, List<String> parts) {
		var at = 0;
		var whole = false;
		for (var part : parts) {
			while (at < name.size() && !isShortFor(part, name.get(at))) {
				at++;
			}
			if (at == name.size()) {
				return false;
			}
			whole |= part.equals(name.get(at)) || part.length() >= SHORTEST_BEGINNING;
			at++;
		}
		return whole;
	}

	private boolean isShortFor(String written, String part) {
		return part.equals(written) || (part.startsWith(written)
				&& (written.length() == 1 || (written.length() >= SHORTEST_BEGINNING && !this.marks.says(written))));
	}

	/**
	 * "AH", "jp", "B.A.L.": letters in their order, the first one of a part of the name.
	 */
	private boolean isLettersOf(List<String> name, String written, List<String> parts) {
		var letters = String.join("", parts);
		if (letters.length() > MOST_LETTERS || SHORT_NO.contains(letters) || this.marks.decides(letters)) {
			return false;
		}
		var isAll = written.equals(written.toUpperCase(Locale.ROOT)) && letters.equals(initials(name));
		return isAll || (!this.marks.says(letters) && !this.marks.says(written) && Arrays.stream(starts(name))
			.anyMatch((start) -> isAmong(letters, String.join("", name).substring(start))));
	}

	/** All of them in capitals are no word, even where they look like one: "SO". */
	private static String initials(List<String> name) {
		return name.stream().map((part) -> part.substring(0, 1)).collect(Collectors.joining());
	}

	/** Where the parts begin in all letters of the name. */
	private static int[] starts(List<String> name) {
		var starts = new int[name.size()];
		for (var i = 1; i < starts.length; i++) {
			starts[i] = starts[i - 1] + name.get(i - 1).length();
		}
		return starts;
	}

	private static boolean isAmong(String letters, String name) {
		var at = 0;
		for (var i = 0; i < name.length() && at < letters.length(); i++) {
			if (name.charAt(i) == letters.charAt(at)) {
				at++;
			}
			else if (at == 0) {
				return false;
			}
		}
		return at == letters.length();
	}

}
