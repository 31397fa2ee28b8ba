package io.countersign.writeback;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.connector.Reply;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Words an answer in the language of its thread. What others wrote goes in as plain text
 * only (RL-11).
 */
@Component
class ReplyWriter {

	private static final int LONGEST_QUOTE = 1_000;

	private static final int MOST_REFERENCES = 20;

	private static final Locale DANISH = Locale.of("da");

	private final Cases cases;

	private final Messages messages;

	private final Sheets sheets;

	private final ITemplateEngine templates;

	private final WritebackProperties properties;

	private final AlertWriter alerts;

	private final WritebackRepository writebacks;

	ReplyWriter(Cases cases, Messages messages, Sheets sheets, ITemplateEngine templates,
			WritebackProperties properties, AlertWriter alerts, WritebackRepository writebacks) {
		this.cases = cases;
		this.messages = messages;
		this.sheets = sheets;
		this.templates = templates;
		this.properties = properties;
		this.alerts = alerts;
		this.writebacks = writebacks;
	}

	Reply write(Writeback writeback) {
		if (writeback.kind().isWritten()) {
			return written(writeback);
		}
		return writeback.caseId()
			.map((id) -> write(writeback, this.cases.get(id)))
			.orElseGet(() -> this.alerts.write(writeback));
	}

	private Reply write(Writeback writeback, CaseView view) {
		var answered = writeback.answers().map(this.messages::get);
		var locale = locale(view);
		var words = words(locale);
		var sheet = this.sheets.of(writeback, view, words, locale);
		var id = answered.flatMap(Message::internetMessageId).filter(ReplyWriter::isWritable);
		return new Reply(writeback.id(), writeback.internetMessageId(), writeback.recipients(),
				answered.map((mail) -> subject(mail, words)).orElseGet(() -> subject(view, words)), id,
				answered.map((mail) -> references(mail, id)).orElseGet(List::of),
				text(writeback.kind(), sheet, words, door(writeback, view, words), answered),
				html(writeback.kind(), sheet, words, door(writeback, view, words), answered, locale));
	}

	/** What the receipt of this decision would say. */
	Sheet preview(CaseView view, Decision decision) {
		var locale = locale(view);
		return this.sheets.preview(view, decision, words(locale), locale);
	}

	private static Locale locale(CaseView view) {
		return view.language().equals("da") || view.language().equals("nb") || view.language().equals("sv") ? DANISH
				: Locale.ENGLISH;
	}

	private static ResourceBundle words(Locale locale) {
		return ResourceBundle.getBundle("writeback.wording", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** It begins a thread of its own, or goes on in that of the mail it answers. */
	private Reply written(Writeback writeback) {
		var letter = this.writebacks.letter(writeback.id());
		var answered = writeback.answers().map(this.messages::get);
		var id = answered.flatMap(Message::internetMessageId).filter(ReplyWriter::isWritable);
		return new Reply(writeback.id(), writeback.internetMessageId(), writeback.recipients(), letter.subject(), id,
				answered.map((mail) -> references(mail, id)).orElseGet(List::of), letter.text(), letter.html());
	}

	/** Where the thread began, and the last it went through; the mail answered last. */
	private static List<String> references(Message answered, Optional<String> id) {
		var references = new ArrayList<>(
				answered.threading().references().stream().filter(ReplyWriter::isWritable).toList());
		id.ifPresent((last) -> {
			references.remove(last);
			references.add(last);
		});
		if (references.size() > MOST_REFERENCES) {
			references.subList(1, references.size() - MOST_REFERENCES + 1).clear();
		}
		return references;
	}

	/** What strangers call an id may hold characters no header may hold. */
	private static boolean isWritable(String id) {
		return id.chars().allMatch((c) -> c > ' ' && c < 127 && c != '<' && c != '>');
	}

	private String text(Writeback.Kind kind, Sheet sheet, ResourceBundle words, Door door, Optional<Message> answered) {
		var text = new StringBuilder(sheet.heading()).append('\n').append(sheet.when()).append("\n\n");
		sheet.notes().forEach((note) -> text.append(note).append("\n"));
		sheet.facts().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		text.append('\n').append(door.words()).append(":\n").append(door.link()).append("\n\n--\n");
		text.append(footer(kind, answered, words)).append("\n\n");
		answered.ifPresent((mail) -> {
			text.append(wrote(mail, words)).append('\n');
			quote(mail).lines().forEach((line) -> text.append("> ").append(line).append('\n'));
		});
		return text.toString();
	}

	private static String footer(Writeback.Kind kind, Optional<Message> answered, ResourceBundle words) {
		var alone = kind.answersItsWriter() ? "order.footer" : "told.footer";
		return words.getString(answered.isPresent() ? "footer" : alone);
	}

	private String html(Writeback.Kind kind, Sheet sheet, ResourceBundle words, Door door, Optional<Message> answered,
			Locale locale) {
		var word = new HashMap<String, String>();
		words.keySet().forEach((key) -> word.put(key, words.getString(key)));
		word.put("footer", footer(kind, answered, words));
		word.put("receipt", words.getString("kicker." + kind));
		word.put("wrong", door.words());
		var context = new Context(locale);
		context.setVariable("language", locale.getLanguage());
		context.setVariable("word", word);
		context.setVariable("heading", sheet.heading());
		context.setVariable("when", sheet.when());
		context.setVariable("notes", sheet.notes());
		context.setVariable("facts", sheet.facts());
		context.setVariable("link", door.link());
		context.setVariable("wrote", answered.map((mail) -> wrote(mail, words)).orElse(""));
		context.setVariable("quote", answered.map(ReplyWriter::quote).orElse(""));
		return this.templates.process("mail/receipt", context);
	}

	/** A question leads to its own page, everything else to the case. */
	private Door door(Writeback writeback, CaseView view, ResourceBundle words) {
		var place = "/cases/" + view.id();
		return writeback.verdict()
			.filter((_) -> writeback.kind() == Writeback.Kind.QUESTION)
			.map((held) -> new Door(words.getString("question.open"), link(place + "/verdicts/" + held + "/confirm")))
			.orElseGet(() -> new Door(words.getString("wrong"), link(place)));
	}

	private String link(String place) {
		return this.properties.baseUrl().resolve(place).toString();
	}

	/** Where a mail leads, and what it says of that. */
	private record Door(String words, String link) {
	}

	private static String wrote(Message answered, ResourceBundle words) {
		var author = answered.from()
			.map((from) -> from.displayName().isBlank() ? from.address().value() : from.displayName())
			.orElse("");
		return MessageFormat.format(words.getString("wrote"), author);
	}

	private static String quote(Message answered) {
		var text = answered.content().text().orElse("").strip();
		return text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
	}

	private static String subject(Message answered, ResourceBundle words) {
		var subject = answered.subject();
		return subject.regionMatches(true, 0, "sv:", 0, 3) || subject.regionMatches(true, 0, "re:", 0, 3) ? subject
				: words.getString("reply") + " " + subject;
	}

	/** The number leads an answer back, whatever a mail program does to its header. */
	private static String subject(CaseView view, ResourceBundle words) {
		return "%s: %s [%s]".formatted(words.getString("order.subject"), view.title(), view.number());
	}

}
