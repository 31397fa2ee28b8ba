package io.countersign.sandbox.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.scenario.Correspondent;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;

/** A mail as a simple mail program shows it. */
record MailView(String id, Instant received, Correspondent from, List<Correspondent> to, List<Correspondent> cc,
		String subject, String text, List<String> files, String messageId, List<String> references, boolean automatic) {

	static MailView of(Mailboxes.Item item) {
		try {
			var builder = new DefaultMessageBuilder();
			builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
			var mail = builder.parseMessage(new ByteArrayInputStream(item.mime()));
			var from = Optional.ofNullable(mail.getFrom()).filter((all) -> !all.isEmpty()).map(List::getFirst);
			return new MailView(item.id(), item.received(),
					from.map(MailView::correspondent).orElseGet(() -> Correspondent.of("?", "?")),
					correspondents(mail.getTo()), correspondents(mail.getCc()),
					Optional.ofNullable(mail.getSubject()).orElse(""), text(mail), files(mail),
					Optional.ofNullable(mail.getMessageId()).orElse(""), references(mail), isAutomatic(mail));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether it has one of these Message-IDs, with brackets or without. */
	boolean isOneOf(Set<String> ids) {
		return ids.contains(this.messageId) || ids.contains(this.messageId.replaceAll("[<>]", ""));
	}

	/** The first words, for the list. */
	public String preview() {
		var line = this.text.strip().replaceAll("\\s+", " ");
		return line.substring(0, Math.min(90, line.length()));
	}

	/** Of the author. */
	public String initials() {
		return Stream.of(this.from.displayName().strip().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT))
			.limit(2)
			.collect(Collectors.joining());
	}

	/** RFC 3834: everything but "no" was sent by a program. */
	private static boolean isAutomatic(Message mail) {
		return Optional.ofNullable(mail.getHeader().getField("Auto-Submitted"))
			.map(Field::getBody)
			.filter((mark) -> !mark.strip().equalsIgnoreCase("no"))
			.isPresent();
	}

	private static Correspondent correspondent(Mailbox mailbox) {
		return Correspondent.of(Optional.ofNullable(mailbox.getName()).orElseGet(mailbox::getAddress),
				mailbox.getAddress());
	}

	private static List<Correspondent> correspondents(AddressList addresses) {
		return Optional.ofNullable(addresses)
			.stream()
			.flatMap((list) -> list.flatten().stream())
			.map(MailView::correspondent)
			.toList();
	}

	private static List<String> references(Message mail) {
		return Optional.ofNullable(mail.getHeader().getField("References"))
			.map(Field::getBody)
			.map((ids) -> List.of(ids.strip().split("\\s+")))
			.orElse(List.of());
	}

	private static String text(Message mail) throws IOException {
		var plain = leaves(mail).filter((part) -> part.getMimeType().equals("text/plain")).findFirst();
		if (plain.isPresent() && plain.get().getBody() instanceof TextBody body) {
			return words(body);
		}
		var html = leaves(mail).filter((part) -> part.getMimeType().equals("text/html")).findFirst();
		return (html.isPresent() && html.get().getBody() instanceof TextBody body)
				? Jsoup.parse(words(body)).wholeText() : "";
	}

	private static String words(TextBody body) throws IOException {
		try (var reader = body.getReader()) {
			return reader.readAllAsString();
		}
	}

	private static List<String> files(Message mail) {
		var names = new ArrayList<String>();
		leaves(mail).map(Entity::getFilename).flatMap((name) -> Optional.ofNullable(name).stream()).forEach(names::add);
		return names;
	}

	private static Stream<Entity> leaves(Entity entity) {
		return (entity.getBody() instanceof Multipart parts) ? parts.getBodyParts().stream().flatMap(MailView::leaves)
				: Stream.of(entity);
	}

}
