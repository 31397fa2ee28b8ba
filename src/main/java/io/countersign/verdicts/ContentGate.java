package io.countersign.verdicts;

import java.util.Comparator;

import org.jsoup.Jsoup;

import io.countersign.intake.Content;
import io.countersign.reading.VerdictReading;

/** VA-17: its newly written words decide, clearly and in sight. */
class ContentGate implements Gate {

	@Override
	public String category() {
		return "content";
	}

	@Override
	public String requirement() {
		return "VA-17";
	}

	@Override
	public Finding judge(Reply reply) {
		if (!reply.own().hidden().isEmpty()) {
			return Finding.hold("It holds text that its reader cannot see.");
		}
		if (reply.reading().needsConfirmation()) {
			return Finding
				.hold(reply.reading().reasons().stream().findFirst().orElse("Its words are not clear enough."));
		}
		if (!reply.reading().items().isEmpty()) {
			return Finding.hold("It answers numbered points one by one.");
		}
		if (reply.reading().label() == VerdictReading.Label.APPROVED_WITH_CONDITIONS
				&& reply.reading().condition().filter((condition) -> !condition.isBlank()).isEmpty()) {
			return Finding.hold("It approves with a condition that could not be read.");
		}
		if (reply.reading().label() == VerdictReading.Label.APPROVED_WITH_CONDITIONS && denies(reply.reading())) {
			return Finding.hold("It says yes and no in one breath.");
		}
		return evidence(reply);
	}

	/**
	 * "Not approved" and "ok, but no" are no approvals with a condition. A denial of a
	 * part comes behind the yes and has more to say than no.
	 */
	private static boolean denies(VerdictReading reading) {
		var yes = reading.clues().stream().min(Comparator.comparingInt((clue) -> clue.span().start()));
		return yes.map((clue) -> WordList.of(clue.quote())).filter(Denials::anyIn).isPresent()
				|| reading.condition().map(WordList::of).filter(Denials::nothingElseIn).isPresent();
	}

	/** What decides must stand in its own words, and in every form of them. */
	private static Finding evidence(Reply reply) {
		var clues = reply.reading().clues();
		var own = WordList.of(reply.own().text());
		if (clues.isEmpty() || clues.stream().anyMatch((clue) -> !own.contain(WordList.of(clue.quote())))) {
			return Finding.hold("The words it rests on were not found among its own.");
		}
		if (!agree(reply.message().content(), own)) {
			return Finding.hold("Its plain text and its HTML say different things.");
		}
		return Finding.pass("Its own words decide.");
	}

	/** A reader sees one of the two, and we cannot know which. */
	private static boolean agree(Content content, WordList own) {
		var text = content.text().filter((words) -> !words.isBlank());
		var html = content.html().filter((words) -> !words.isBlank());
		if (text.isEmpty() || html.isEmpty()) {
			return true;
		}
		var inText = WordList.of(text.get()).upTo(own);
		return inText.isPresent() && inText.equals(WordList.of(Jsoup.parse(html.get()).text()).upTo(own));
	}

}
