package io.countersign.writeback;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import io.countersign.cases.CaseView;
import io.countersign.cases.Due;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
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

	/**
	 * Who may answer for the reader of the mail, or may no longer.
	 *
	 * @param what given, changed or ended
	 * @param delegate what the directory calls him
	 * @param by who has said so; none where that was a program
	 */
	record Leave(String what, Mandate mandate, String delegate, Optional<String> by, Instant at) {
	}

	WrittenLetter leave(Leave leave, Locale locale) {
		var words = words(locale);
		var delegate = DigestWriter.line(leave.delegate());
		var heading = MessageFormat.format(words.getString("mandate." + leave.what()), delegate);
		var facts = new LinkedHashMap<String, String>();
		var mandate = leave.mandate();
		facts.put(words.getString("mandate.delegate"), "%s <%s>".formatted(delegate, mandate.delegate()));
		facts.put(words.getString("mandate.cases"),
				mandate.categories().isEmpty() ? words.getString("mandate.cases.all")
						: mandate.categories().stream().map(DigestWriter::line).collect(Collectors.joining(", ")));
		facts.put(words.getString("mandate.amount"), amount(mandate, words, locale));
		facts.put(words.getString("mandate.period"), period(mandate, words, locale));
		facts.put(words.getString("mandate.by." + leave.what()),
				leave.by().map(DigestWriter::line).orElseGet(() -> words.getString("mandate.program")));
		var contact = this.properties.secretariat().isEmpty() ? words.getString("mandate.contact")
				: this.properties.secretariat().stream().map(EmailAddress::value).collect(Collectors.joining(", "));
		var ended = leave.what().equals("ended");
		var note = MessageFormat.format(words.getString(ended ? "mandate.ended.help" : "mandate.help"), delegate,
				contact);
		return letter(heading, new Body(heading, when(leave.at(), locale), note, facts, "/mandates"), "mandate.open",
				"mandate.footer", locale);
	}

	private static String amount(Mandate mandate, ResourceBundle words, Locale locale) {
		var most = mandate.maxAmount();
		return (most != null) ? MessageFormat.format(words.getString("mandate.money"),
				NumberFormat.getInstance(locale).format(most), mandate.currency())
				: words.getString("mandate.amount.none");
	}

	/** It may have been taken back before it began. */
	private String period(Mandate mandate, ResourceBundle words, Locale locale) {
		return mandate.from().isBefore(mandate.to()) ? MessageFormat.format(words.getString("mandate.period.words"),
				when(mandate.from(), locale), when(mandate.to(), locale)) : words.getString("mandate.period.never");
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
