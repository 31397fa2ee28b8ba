package io.countersign.writeback;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import io.countersign.cases.CaseView;
import io.countersign.cases.Due;
import io.countersign.identity.Person;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/** Words a notice when it is intended: what it says is what was so then. */
@Component
class NoticeWriter {

	private static final Locale DANISH = Locale.of("da");

	private final ITemplateEngine templates;

	private final WritebackProperties properties;

	NoticeWriter(ITemplateEngine templates, WritebackProperties properties) {
		this.templates = templates;
		this.properties = properties;
	}

	/**
	 * Cases that have gone to somebody else.
	 *
	 * @param cases those the reader of the mail has a part in
	 */
	record Move(List<CaseView> cases, Notices.Moved moved, Instant at) {

		/** What it is called. */
		String key() {
			return (this.moved.checking() ? "checking" : "moved") + ((this.cases.size() == 1) ? ".one" : "");
		}

	}

	WrittenLetter moved(Move move, Locale locale) {
		var words = words(locale);
		var count = move.cases().size();
		var heading = MessageFormat.format(words.getString(move.key()), count, move.moved().holder().displayName());
		var facts = new LinkedHashMap<String, String>();
		move.cases()
			.forEach((view) -> facts.put(view.number().value(),
					view.title() + view.deadline()
						.filter(Due::certain)
						.map((due) -> ", " + MessageFormat.format(words.getString("due"), when(due.at(), locale)))
						.orElse("")));
		var note = MessageFormat.format(words.getString("moved.by"), move.moved().by().displayName(),
				move.moved().reason());
		var place = (count == 1) ? "/cases/" + move.cases().getFirst().id() : "/?group=holder";
		return letter(heading, new Body(heading, when(move.at(), locale), note, facts, place), "moved.open",
				"moved.footer", locale);
	}

	WrittenLetter reminder(CaseView view, Person by, Instant at) {
		var locale = List.of("da", "nb", "sv").contains(view.language()) ? DANISH : Locale.ENGLISH;
		var words = words(locale);
		var heading = MessageFormat.format(words.getString("nudge"), by.displayName());
		var facts = new LinkedHashMap<String, String>();
		facts.put(words.getString("case"), "%s (%s)".formatted(view.title(), view.number()));
		var note = view.deadline()
			.filter(Due::certain)
			.map((due) -> MessageFormat.format(words.getString("nudge.due"), when(due.at(), locale)))
			.orElseGet(() -> words.getString("nudge.open"));
		return letter("%s: %s [%s]".formatted(words.getString("nudge.subject"), view.title(), view.number()),
				new Body(heading, when(at, locale), note, facts, "/cases/" + view.id()), "nudge.answer", "nudge.footer",
				locale);
	}

	private WrittenLetter letter(String subject, Body body, String open, String footer, Locale locale) {
		var words = words(locale);
		var link = this.properties.baseUrl().resolve(body.place()).toString();
		var text = new StringBuilder(body.heading()).append('\n').append(body.when()).append("\n\n");
		text.append(body.note()).append('\n');
		body.facts().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		text.append('\n').append(words.getString(open)).append(":\n").append(link).append("\n\n--\n");
		text.append(words.getString(footer)).append('\n');
		return new WrittenLetter(subject, text.toString(), html(body, link, open, footer, locale));
	}

	private String html(Body body, String link, String open, String footer, Locale locale) {
		var words = words(locale);
		var word = new HashMap<String, String>();
		words.keySet().forEach((key) -> word.put(key, words.getString(key)));
		word.put("receipt", "Countersign");
		word.put("wrong", words.getString(open));
		word.put("footer", words.getString(footer));
		var context = new Context(locale);
		context.setVariables(
				Map.of("language", locale.getLanguage(), "word", word, "heading", body.heading(), "when", body.when(),
						"notes", List.of(body.note()), "facts", body.facts(), "link", link, "wrote", "", "quote", ""));
		return this.templates.process("mail/receipt", context);
	}

	private String when(Instant at, Locale locale) {
		var pattern = locale.equals(DANISH) ? "EEEE d. MMMM yyyy 'kl.' HH.mm" : "EEEE d MMMM yyyy 'at' HH:mm";
		return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(this.properties.zone()));
	}

	private static ResourceBundle words(Locale locale) {
		return ResourceBundle.getBundle("writeback.wording", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	private record Body(String heading, String when, String note, Map<String, String> facts, String place) {
	}

}
