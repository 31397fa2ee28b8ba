package io.countersign.documents;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes the print of a text, in one walk over its beginning. */
final class TextPrints {

	private static final int LONGEST = 2_000_000;

	private static final int MOST_RUNS = 300_000;

	private static final int LONGEST_WORD = 64;

	private static final int LONGEST_HEADING = 70;

	private static final int MOST_HEADING_WORDS = 9;

	/** A label and its value stand close together. */
	private static final int LABELLED_LINE = 200;

	/** A value behind one of these holds a digit. */
	private static final Set<String> NUMBERED = Set.of("faktura", "fakturanr", "fakturanummer", "invoice", "rechnung",
			"rechnungsnr", "rechnungsnummer", "ordre", "ordrenr", "ordrenummer", "order", "ordernr", "bestillingsnr",
			"kreditnota", "kundenr", "kvittering", "cpr", "cprnr", "personnr", "matrikel", "matrikelnr", "loebenr",
			"fakturadato", "fakturadatum", "rechnungsdatum", "moededato", "moetedato", "periode", "leveringsdato");

	/** A value behind one of these, and a colon, is a name. */
	private static final Set<String> NAMED = Set.of("navn", "name", "namn", "ansoeger", "soeker", "soekande",
			"medarbejder", "medarbeider", "employee", "kunde", "customer", "kund", "deltager", "adresse", "address");

	private static final Set<String> FILLERS = Set.of("nr", "no", "nummer", "number", "num", "dato", "date", "datum");

	private final String text;

	private final long[] runs = new long[MOST_RUNS];

	private int found;

	private final Set<Integer> headings = new LinkedHashSet<>();

	private final Set<TextPrint.Label> labels = new LinkedHashSet<>();

	private final long[] last = new long[3];

	private int words;

	private TextPrints(String text) {
		this.text = text.substring(0, Math.min(LONGEST, text.length()));
	}

	static TextPrint of(String text) {
		var prints = new TextPrints(text);
		prints.text.lines().forEach(prints::line);
		var distinct = Arrays.stream(prints.runs, 0, prints.found).sorted().distinct().toArray();
		return new TextPrint(distinct.length, Arrays.copyOf(distinct, Math.min(TextPrint.SKETCH, distinct.length)),
				prints.headings.stream().mapToInt(Integer::intValue).sorted().toArray(), List.copyOf(prints.labels));
	}

	private void line(String line) {
		var before = this.words;
		for (var from = 0; from < line.length() && this.found < MOST_RUNS;) {
			var to = end(line, from);
			if (to > from) {
				word(line, from, to);
			}
			from = Math.max(to, from + 1);
		}
		var count = this.words - before;
		if (isHeading(line, count) && this.headings.size() < TextPrint.HEADINGS) {
			this.headings.add(NameWords.folded(line.strip()).hashCode());
		}
		if (count > 1 && line.length() <= LABELLED_LINE && this.labels.size() < TextPrint.LABELS) {
			label(line);
		}
	}

	private static int end(String line, int from) {
		var to = from;
		while (to < line.length() && to - from < LONGEST_WORD && isOfWord(line.charAt(to))) {
			to++;
		}
		return to;
	}

	private static boolean isOfWord(char letter) {
		return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter);
	}

	private void word(String line, int from, int to) {
		var hash = 0xcbf29ce484222325L;
		for (var at = from; at < to; at++) {
			hash = (hash ^ Character.toLowerCase(line.charAt(at))) * 0x100000001b3L;
		}
		this.last[this.words % 3] = hash;
		this.words++;
		if (this.words >= 3) {
			this.runs[this.found++] = mixed(this.last[(this.words - 3) % 3], this.last[(this.words - 2) % 3], hash);
		}
	}

	/** Spread evenly, so that the smallest are a fair sample of all. */
	private static long mixed(long one, long two, long three) {
		var hash = (one * 31 + two) * 31 + three;
		hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
		hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return hash ^ (hash >>> 33);
	}

	private static boolean isHeading(String line, int words) {
		var heading = line.strip();
		return words > 0 && words <= MOST_HEADING_WORDS && heading.length() <= LONGEST_HEADING
				&& Character.isLetter(heading.charAt(heading.length() - 1)) && (Character.isUpperCase(heading.charAt(0))
						|| Character.isDigit(heading.charAt(0)) || heading.charAt(0) == '§');
	}

	private void label(String line) {
		var words = List.of(NameWords.folded(line).strip().split("[^\\p{L}\\p{N}/-]+", 12));
		for (var at = 0; at + 1 < words.size(); at++) {
			if (NUMBERED.contains(words.get(at))) {
				numbered(words, at);
				return;
			}
		}
		var colon = line.indexOf(':');
		if (colon > 0 && NAMED.contains(words.getFirst())
				&& NameWords.folded(line.substring(0, colon)).strip().equals(words.getFirst())) {
			add(words.getFirst(), NameWords.folded(line.substring(colon + 1)).strip());
		}
	}

	private void numbered(List<String> words, int at) {
		var value = at + 1;
		while (value < words.size() && FILLERS.contains(words.get(value))) {
			value++;
		}
		if (value < words.size() && words.get(value).chars().anyMatch(Character::isDigit)) {
			var isDate = words.get(value).length() <= 2;
			add(String.join(" ", words.subList(at, value)),
					String.join(" ", words.subList(value, Math.min(words.size(), value + (isDate ? 3 : 1)))));
		}
	}

	private void add(String label, String value) {
		if (!value.isEmpty()) {
			this.labels.add(new TextPrint.Label(label.hashCode(), value.hashCode()));
		}
	}

}
