package io.countersign.overview;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.CaseEvent;
import io.countersign.intake.Content;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.overview.SearchQuery.Channel;
import org.jsoup.Jsoup;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the words of a mail from when it joins a case, so that it is found. */
@Component
class MailWords {

	/** Behind so many characters a mail is history, which has been searched before. */
	private static final int LONGEST = 200_000;

	private final JdbcClient database;

	private final Messages messages;

	MailWords(JdbcClient database, Messages messages) {
		this.database = database;
		this.messages = messages;
	}

	@EventListener
	void on(CaseEvent.MessageAdded added) {
		this.messages.find(added.message()).ifPresent(this::keep);
	}

	private void keep(Message message) {
		this.database
			.sql("""
					insert into mail_words (message, case_id, received_at, channel, subject, people, body)
					values (:message, (select case_id from case_message where message = :message), :received, :channel, :subject,
						:people, :body)
					on conflict do nothing
					""")
			.param("message", message.id().value())
			.param("received", message.receivedAt().atOffset(ZoneOffset.UTC))
			.param("channel", (message.chat().isPresent() ? Channel.CHAT : Channel.MAIL).name())
			.param("subject", message.subject())
			.param("people", people(message))
			.param("body", body(message.content()))
			.update();
	}

	private static String people(Message message) {
		return Stream.of(message.from().stream(), message.to().stream(), message.cc().stream())
			.flatMap((some) -> some)
			.map(MailWords::named)
			.collect(Collectors.joining(" "));
	}

	private static String named(Party party) {
		return "%s %s".formatted(party.displayName(), party.address()).toLowerCase(Locale.ROOT);
	}

	private static String body(Content content) {
		var text = content.text().filter((some) -> !some.isBlank()).or(() -> content.html().map(MailWords::text));
		return text.map((some) -> some.substring(0, Math.min(LONGEST, some.length()))).orElse("");
	}

	private static String text(String html) {
		return Jsoup.parse(html.substring(0, Math.min(2 * LONGEST, html.length()))).text();
	}

}
