package io.countersign.reading;

import java.util.Set;

/** What single words of one language do, as the lists in its file say. */
final class WordKinds {

	private final WordLists lists;

	private final Set<String> turning;

	private final Set<String> denying;

	private final Set<String> joining;

	private final Set<String> common;

	private final Set<String> dated;

	private final Set<String> altering;

	private final Set<String> answering;

	private final Set<String> filling;

	private final Set<String> echoing;

	private final Set<String> refraining;

	private final Set<String> nameless;

	WordKinds(WordLists lists) {
		this.lists = lists;
		this.turning = lists.of("turning");
		this.denying = lists.of("denying");
		this.joining = lists.of("joining");
		this.common = lists.of("common");
		this.dated = lists.of("dated");
		this.altering = lists.of("altering");
		this.answering = lists.of("answering");
		this.filling = lists.of("filling");
		this.echoing = lists.of("echoing");
		this.refraining = lists.of("refraining");
		this.nameless = lists.of("nameless");
	}

	boolean isTurning(String word) {
		return this.turning.contains(word);
	}

	boolean isDenying(String word) {
		return this.denying.contains(word);
	}

	boolean isJoining(String word) {
		return this.joining.contains(word);
	}

	/** Whether the word is one of those by which the language is known. */
	boolean isCommon(String word) {
		return this.common.contains(word);
	}

	/** It is no part of a name, and of nothing else that was asked. */
	boolean isNameless(String word) {
		return this.nameless.contains(word);
	}

	/** A month or a day of the week. */
	boolean isDated(String word) {
		return this.dated.contains(word);
	}

	/** "Option": a number behind it names no amount. */
	boolean isOption(String word) {
		return this.lists.has("option", word);
	}

	/** "Item": a number behind it is not an amount. */
	boolean isItem(String word) {
		return this.lists.has("item", word);
	}

	/** "Or": what was asked offers a choice. */
	boolean isOffering(String word) {
		return this.lists.has("offering", word);
	}

	/** "Removing": something is, or is to be, otherwise than it was asked. */
	boolean isAltering(String word) {
		return this.altering.contains(word);
	}

	/** "Approved" in front of a noun tells what that is. */
	boolean isAttributive(String word) {
		return this.lists.has("attributive", word);
	}

	/** "Then" in front of what follows from something. */
	boolean isThen(String word) {
		return this.lists.has("then", word);
	}

	/** A form of deciding, which may be told of anybody. */
	boolean isGranting(String word) {
		return this.lists.beginsAs("granting", word);
	}

	/** "Refrain": what is asked is not to do something. */
	boolean isRefraining(String word) {
		return this.refraining.contains(word);
	}

	/** "May", "is": what a question begins with, and a short answer ends in. */
	boolean isAnswering(String word) {
		return this.answering.contains(word);
	}

	/** It adds nothing to what was asked, where that is said again. */
	boolean isFilling(String word) {
		return this.filling.contains(word) || this.echoing.contains(word);
	}

	/** Where one stands beside the words of the question, they are a yes to it. */
	boolean isEchoing(String word) {
		return this.echoing.contains(word);
	}

}
