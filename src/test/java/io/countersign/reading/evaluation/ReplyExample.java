package io.countersign.reading.evaluation;

import java.util.List;
import java.util.Optional;

import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;

/** An answer to a request, with what a careful secretary reads in it. */
record ReplyExample(Example example) {

	String id() {
		return this.example.id();
	}

	/** The corpora write "no" for what the phrase files call "nb". */
	String language() {
		var language = this.example.text("lang");
		return language.equals("no") ? "nb" : language;
	}

	String trap() {
		return this.example.perhaps("trap").or(() -> this.example.perhaps("kind")).orElse("plain");
	}

	String verdict() {
		return this.example.text("verdict");
	}

	String visible() {
		return this.example.text("visible");
	}

	List<String> accepted() {
		return this.example.texts("visibleAccepted");
	}

	Optional<String> condition() {
		return this.example.perhaps("conditionText");
	}

	Optional<String> delegate() {
		return this.example.perhaps("delegateTo");
	}

	List<String> items() {
		return this.example.texts("items");
	}

	/**
	 * Who answers in place of the person asked decides nothing; that gate is elsewhere.
	 */
	boolean isByAnother() {
		return !this.example.text("from").equals(this.example.text("leader"));
	}

	Mail mail() {
		var mail = this.example.perhaps("html")
			.map((html) -> Mail.ofHtml("", html))
			.orElseGet(() -> Mail.ofText("", this.example.text("reply")));
		return mail.writtenBy(new Correspondent(this.example.text("from"), "")).answering(this.example.text("request"));
	}

}
