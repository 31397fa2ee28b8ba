package io.countersign.reading;

import java.util.Optional;

/**
 * What a sentence or a part of one does.
 *
 * @param about the condition, or who is to deal with it next
 * @param isGuessed whether only a few of its words were understood
 */
record Act(Kind kind, Clue clue, Optional<String> about, boolean isGuessed) {

	Act(Kind kind, Clue clue) {
		this(kind, clue, Optional.empty());
	}

	Act(Kind kind, Clue clue, Optional<String> about) {
		this(kind, clue, about, false);
	}

	static Act guessed(Kind kind, Clue clue) {
		return new Act(kind, clue, Optional.empty(), true);
	}

	/** Whether a phrase of that section led to it. */
	boolean isOf(String section) {
		var rule = this.clue.rule();
		var at = rule.indexOf('/') + 1;
		return rule.startsWith(section, at)
				&& (rule.length() == at + section.length() || rule.charAt(at + section.length()) == '/');
	}

	boolean is(Kind other) {
		return this.kind == other;
	}

	/** Kinds of acts, in the order in which phrases are tried. */
	enum Kind {

		DELEGATE("delegate"), DEFER("defer"), RETURN("return"), NO("no"), COURTESY("courtesy"), RECEIPT("receipt"),
		REPORTED("reported"), CHANGE("change"), YES("yes"), WEAK_YES("yes weak"), PARTIAL("partial"), REMARK("remark"),
		ASIDE("aside"), EASE("ease"), CONDITION("condition"), QUESTION("question"), UNKNOWN("unknown");

		private final String section;

		private final String core;

		private final String first;

		private final String question;

		private final String sign;

		Kind(String section) {
			this.section = section;
			this.core = "core " + section;
			this.first = section + " first";
			this.question = section + " question";
			this.sign = "sign " + section;
		}

		String section() {
			return this.section;
		}

		/** The section of the small parts it may be put together of. */
		String core() {
			return this.core;
		}

		/** The section of what says all there is, whatever its parts would say. */
		String first() {
			return this.first;
		}

		/** The section of what a question may be beside one. */
		String question() {
			return this.question;
		}

		/** The section of the few words that give it away. */
		String sign() {
			return this.sign;
		}

	}

}
