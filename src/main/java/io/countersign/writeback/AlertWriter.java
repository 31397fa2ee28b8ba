package io.countersign.writeback;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import io.countersign.cases.Cases;
import io.countersign.connector.Reply;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Words the alert about a forged mail that belongs to no case, and about one that is
 * infected. Nothing of that mail is in it, and it answers nothing.
 */
@Component
class AlertWriter {

	private static final Locale DANISH = Locale.of("da");

	private final Cases cases;

	private final ITemplateEngine templates;

	private final WritebackProperties properties;

	private final Clock clock;

	AlertWriter(Cases cases, ITemplateEngine templates, WritebackProperties properties, Clock clock) {
		this.cases = cases;
		this.templates = templates;
		this.properties = properties;
		this.clock = clock;
	}

	Reply write(Writeback alert) {
		var words = ResourceBundle.getBundle("writeback.wording", DANISH,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		var infected = alert.kind() == Writeback.Kind.INFECTED;
		var heading = words.getString(infected ? "infected" : "alert.alone");
		var when = DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", DANISH)
			.format(this.clock.instant().atZone(this.properties.zone()));
		var help = words.getString(infected ? "infected.help" : "alert.help");
		var open = words.getString(infected ? "infected.open" : "alert.open");
		var link = this.properties.baseUrl().resolve(infected ? place(alert) : "/quarantine").toString();
		var text = "%s\n%s\n\n%s\n\n%s:\n%s\n\n--\n%s\n".formatted(heading, when, help, open, link,
				words.getString("alert.footer"));
		return new Reply(alert.id(), alert.internetMessageId(), alert.recipients(), heading, Optional.empty(),
				List.of(), text, html(words, heading, when, help, open, link));
	}

	private String place(Writeback alert) {
		return this.cases.ofMessages(alert.answers().stream().toList())
			.stream()
			.findFirst()
			.map((id) -> "/cases/" + id)
			.orElse("/");
	}

	private String html(ResourceBundle words, String heading, String when, String help, String open, String link) {
		var word = new HashMap<String, String>();
		words.keySet().forEach((key) -> word.put(key, words.getString(key)));
		word.put("receipt", words.getString("kicker.ALERT"));
		word.put("wrong", open);
		word.put("footer", words.getString("alert.footer"));
		var context = new Context(DANISH);
		context.setVariables(Map.of("language", "da", "word", word, "heading", heading, "when", when, "notes",
				List.of(help), "facts", Map.of(), "link", link, "wrote", "", "quote", ""));
		return this.templates.process("mail/receipt", context);
	}

}
