package io.countersign.verdicts;

/**
 * The same mail as plain text and as HTML. Up to the end of its own words both have to
 * say the same. Behind them stands what programs write, each in its own way: there the
 * text may not go on in the same line with other words, and not deny what the HTML does
 * not deny.
 */
record TwoForms(String text, String html) {

	/** How much of what follows is looked at. */
	private static final int NEAR = 40;

	boolean agree(WordList own) {
		var inText = WordList.of(this.text);
		var inHtml = WordList.of(this.html);
		var before = inText.upTo(own);
		if (before.isEmpty() || !before.equals(inHtml.upTo(own))) {
			return false;
		}
		var behindText = inText.behind(own).first(NEAR);
		var behindHtml = inHtml.behind(own);
		var line = restOfLine(before.get());
		return behindHtml.first(line.words().size()).equals(line)
				&& behindText.only(Denials::is).equals(behindHtml.first(NEAR).only(Denials::is));
	}

	/** What stands in the line in which those words end. */
	private WordList restOfLine(WordList before) {
		var passed = 0;
		for (var line : this.text.lines().map(WordList::of).toList()) {
			passed += line.words().size();
			if (passed >= before.words().size()) {
				return line.last(passed - before.words().size());
			}
		}
		return WordList.of("");
	}

}
