package io.countersign.verdicts;

import java.util.List;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;

import io.countersign.intake.Evidence;
import io.countersign.intake.Message;
import io.countersign.reading.Clue;
import io.countersign.reading.VerdictReading;

/** VA-17: its newly written words decide, clearly and in sight. */
class ContentGate implements Gate {

	/** As chats and plain text write it. */
	private static final String CROSSED_OUT = "~~";

	/** "Edit: no longer" is said later, and of the yes itself. */
	private static final Pattern LABELLED = Pattern.compile("^\\p{L}++:");

	/** What all of a sentence may be turned by, however far behind the yes. */
	private static final Pattern UTTERLY_NOT = Pattern.compile(
			"(?iu)\\b(?:på ingen måde|på intet tidspunkt|under ingen omstændigheder|overhovedet ikke|by no means|in no way|under no circumstances|on no account|not at all"
					+ "|keineswegs|keinesfalls|auf keinen fall|unter keinen umständen|på inget sätt|under inga omständigheter|inte alls|på ingen måte|under ingen omstendigheter|slett ikke|slet ikke)\\b");

	/** Characters; each takes up to thirty bytes of memory when it is parsed (IN-11). */
	private static final int LONGEST_HTML = 1_000_000;

	@Override
	public String category() {
		return "content";
	}

	@Override
	public String requirement() {
		return "VA-17";
	}

	@Override
	public List<String> fields() {
		return List.of("From", "Sender", "Subject", "Content-", "MIME-Version");
	}

	@Override
	public Finding judge(Reply reply) {
		if (!reply.own().hidden().isEmpty()) {
			return Finding.hold("It holds text that its reader cannot see.");
		}
		if (reply.own().text().contains(CROSSED_OUT)) {
			return Finding.hold("Some of its words may be crossed out.");
		}
		if (Signs.mayTurn(reply.own().text())) {
			return Finding.hold("Signs among its words may change what they say.");
		}
		if (reply.reading().needsConfirmation()) {
			return Finding
				.hold(reply.reading().reasons().stream().findFirst().orElse("Its words are not clear enough."));
		}
		var subject = subject(reply);
		if (subject.isPresent()) {
			return Finding.hold(subject.get());
		}
		if (Vote.isOffered(reply.own().text())) {
			return Finding.hold("It names yes and no for a choice.");
		}
		var framed = Framing.of(reply).doubt();
		if (framed.isPresent()) {
			return Finding.hold(framed.get());
		}
		if (!reply.reading().items().isEmpty()) {
			return Finding.hold("It answers numbered points one by one.");
		}
		if (reply.reading().label() == VerdictReading.Label.APPROVED_WITH_CONDITIONS
				&& reply.reading().condition().filter(ContentGate::saysSomething).isEmpty()) {
			return Finding.hold("It approves with a condition that could not be read.");
		}
		if (reply.reading().label() == VerdictReading.Label.APPROVED_WITH_CONDITIONS
				&& (denies(reply.reading()) || UTTERLY_NOT.matcher(reply.own().text()).find())) {
			return Finding.hold("It says yes and no in one breath.");
		}
		return evidence(reply);
	}

	/** What we ask ourselves has a subject of ours. */
	private static Optional<String> subject(Reply reply) {
		var matter = reply.matter();
		return SubjectLine.of(reply.message(), matter.answersOurs() ? Set.of() : matter.thread().titles())
			.doubt(Vote.of(reply.reading().label()));
	}

	/** What breaks off behind "if" or "but" has lost its words on the way. */
	private static boolean saysSomething(String condition) {
		return WordList.of(condition).words().size() > 1 && !LABELLED.matcher(condition).find();
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
		if (clues.isEmpty() || clues.stream().anyMatch((clue) -> !stands(clue, reply, own))) {
			return Finding.hold("The words it rests on were not found among its own.");
		}
		if (clues.stream().anyMatch((clue) -> Signs.areQuoted(reply.own().text(), clue.quote()))) {
			return Finding.hold("The words it rests on stand between quotation marks.");
		}
		return doubt(reply.message(), own).map(Finding::hold).orElseGet(() -> Finding.pass("Its own words decide."));
	}

	/** A sign has no words that a list could hold. */
	private static boolean stands(Clue clue, Reply reply, WordList own) {
		var words = WordList.of(clue.quote());
		return words.words().isEmpty() ? reply.own().text().contains(clue.quote()) : own.contain(words);
	}

	/** A reader sees one form of a mail, and we cannot know which, nor how. */
	private static Optional<String> doubt(Message message, WordList own) {
		if (message.evidence().has(Evidence.Defect.OTHER_FORM)) {
			return Optional.of("It has a form besides that only some programs show.");
		}
		var form = new MailForm(message).doubt(own);
		if (form.isPresent()) {
			return form;
		}
		var text = message.content().text().filter((words) -> !words.isBlank());
		if (message.content().html().filter((words) -> words.length() > LONGEST_HTML).isPresent()) {
			return Optional.of("Its HTML is too long to be looked at as a whole.");
		}
		var html = message.content().html().filter((words) -> !words.isBlank()).map(Jsoup::parse);
		if (html.isPresent() && text.isPresent() && !new TwoForms(text.get(), html.get().text()).agree(own)) {
			return Optional.of("Its plain text and its HTML say different things.");
		}
		return html.filter((document) -> new Appearance(document, own).differs() || !PlainSight.shows(document, own))
			.map((_) -> "Its words are shown in another way than they stand there.");
	}

}
