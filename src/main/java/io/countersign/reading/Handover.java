package io.countersign.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * To whom a clause hands the matter, where no phrase covers it: a word that hands over or
 * decides stands in it, and an address, a name or a role. It is never more than a guess.
 */
final class Handover {

	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,5}+");

	private static final int LONGEST_NAME = 5;

	private static final int SHORTEST_ROLE = 4;

	private final WordLists lists;

	/** Whether every noun has a capital, so that only a title tells a name. */
	private final boolean capitals;

	private final Glossary glossary;

	Handover(WordLists lists, boolean capitals, Glossary glossary) {
		this.lists = lists;
		this.capitals = capitals;
		this.glossary = glossary;
	}

	/**
	 * @param quote the clause as it was written
	 */
	Optional<String> to(Words words, String quote) {
		if (!hasAny("passing", words)) {
			return Optional.empty();
		}
		var address = ADDRESS.matcher(quote);
		return address.find() ? Optional.of(address.group()) : named(words, quote);
	}

	private Optional<String> named(Words words, String quote) {
		for (var at = 0; at < words.size(); at++) {
			if (isStart(words, at)) {
				var to = end(words, at);
				var from = words.startOf(0);
				return Optional.of(quote.substring(words.startOf(at) - from, words.endOf(to - 1) - from));
			}
		}
		return Optional.empty();
	}

	private boolean isStart(Words words, int at) {
		return isRole(words.at(at)) || (isNamelike(words, at) && !isCalled(words, at));
	}

	/** "Jens, ask Bo": who stands in front of a comma is spoken to. */
	private static boolean isCalled(Words words, int at) {
		return at == 0 && words.size() > 1 && words.isBehindCut(1);
	}

	private boolean isNamelike(Words words, int at) {
		if (!words.isCapital(at) || isOrdinary(words.at(at)) || words.isAsked(at)) {
			return false;
		}
		if (at == 0) {
			return !this.glossary.knows(words.at(at));
		}
		return this.capitals ? isTitle(words.at(at - 1)) : words.isName(at);
	}

	private int end(Words words, int from) {
		var to = from + 1;
		while (to < words.size() && to - from < LONGEST_NAME && !words.isBehindCut(to) && goesOn(words, to)) {
			to++;
		}
		return to;
	}

	/** "Hanne from finance": the link counts with what it links to. */
	private boolean goesOn(Words words, int at) {
		return isNamelike(words, at) || isRole(words.at(at)) || (this.lists.has("linking", words.at(at))
				&& at + 1 < words.size() && (isNamelike(words, at + 1) || isRole(words.at(at + 1))));
	}

	boolean isRole(String word) {
		return word.length() >= SHORTEST_ROLE ? this.lists.endsAs("role", word) : this.lists.has("role", word);
	}

	boolean isOrdinary(String word) {
		return this.lists.has("turning", word) || this.lists.has("nameless", word) || this.lists.has("passing", word)
				|| this.lists.has("everyday", word) || this.lists.has("plain", word) || this.lists.has("asking", word)
				|| this.lists.has("denying", word) || this.lists.has("common", word) || isTitle(word);
	}

	/** "Mr", "fru". */
	boolean isTitle(String word) {
		return this.lists.has("honorific", word);
	}

	private boolean hasAny(String list, Words words) {
		for (var at = 0; at < words.size(); at++) {
			if (this.lists.has(list, words.at(at))) {
				return true;
			}
		}
		return false;
	}

}
