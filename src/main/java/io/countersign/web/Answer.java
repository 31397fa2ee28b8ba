package io.countersign.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Outcome;

/** The answers a page offers, in the order it offers them. */
enum Answer {

	APPROVE("yes", Outcome.APPROVED, "g", "i-check"),
	APPROVE_WITH_CONDITIONS("cond", Outcome.APPROVED_WITH_CONDITIONS, "b", "i-checknote"),
	RETURN("back", Outcome.RETURNED, "r", "i-return"), REJECT("no", Outcome.REJECTED, "a", "i-x"),
	DELEGATE("pass", Outcome.DELEGATED, "d", "i-delegate"), LATER("later", Outcome.DEFERRED, "s", "i-clock");

	private final String word;

	private final Outcome outcome;

	private final String key;

	private final String icon;

	Answer(String word, Outcome outcome, String key, String icon) {
		this.word = word;
		this.outcome = outcome;
		this.key = key;
		this.icon = icon;
	}

	/** All that take more than one touch. */
	static List<Answer> withWords() {
		return Arrays.stream(values()).filter((one) -> one != APPROVE).toList();
	}

	static Optional<Answer> of(String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst();
	}

	static Answer of(Outcome outcome) {
		return Arrays.stream(values()).filter((one) -> one.outcome == outcome).findFirst().orElseThrow();
	}

	/** How the address names it. */
	public String word() {
		return this.word;
	}

	public Outcome outcome() {
		return this.outcome;
	}

	/** The key that opens it. */
	public String key() {
		return this.key;
	}

	public String icon() {
		return this.icon;
	}

	/** Whether it says nothing to those who get it unless something is written. */
	public boolean needsWords() {
		return this != APPROVE && this != LATER && this != DELEGATE;
	}

}
