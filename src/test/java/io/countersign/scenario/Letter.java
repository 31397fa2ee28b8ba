package io.countersign.scenario;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One mail as a client would write it, made into the bytes of RFC 5322.
 *
 * @param references the Message-IDs of the thread, oldest first; the last is the one
 * answered
 */
public record Letter(String messageId, Correspondent from, List<? extends Correspondent> to,
		List<? extends Correspondent> cc, String subject, String text, ZonedDateTime sentAt, List<String> references,
		List<Attachment> attachments, List<String> extraHeaders) {

	/** A file that goes with the letter. */
	public record Attachment(String name, String mediaType, byte[] bytes) {
	}

	public static Letter of(Correspondent from, List<? extends Correspondent> to, String subject, String text,
			ZonedDateTime sentAt) {
		return new Letter("<%s@min.example>".formatted(UUID.randomUUID()), from, to, List.of(), subject, text, sentAt,
				List.of(), List.of(), List.of());
	}

	public Letter copyTo(Correspondent... people) {
		return new Letter(this.messageId, this.from, this.to, List.of(people), this.subject, this.text, this.sentAt,
				this.references, this.attachments, this.extraHeaders);
	}

	public Letter to(Correspondent... people) {
		return new Letter(this.messageId, this.from, List.of(people), this.cc, this.subject, this.text, this.sentAt,
				this.references, this.attachments, this.extraHeaders);
	}

	/** Under another Message-ID than its own. */
	public Letter named(String id) {
		return new Letter(id, this.from, this.to, this.cc, this.subject, this.text, this.sentAt, this.references,
				this.attachments, this.extraHeaders);
	}

	public Letter titled(String title) {
		return new Letter(this.messageId, this.from, this.to, this.cc, title, this.text, this.sentAt, this.references,
				this.attachments, this.extraHeaders);
	}

	public Letter with(String name, String content) {
		return with(new Attachment(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
	}

	/** Another letter whole, as Outlook attaches a mail. */
	public Letter forwarding(Letter other) {
		return with(new Attachment(other.subject() + ".eml", "message/rfc822", other.bytes()));
	}

	private Letter with(Attachment attachment) {
		var more = new ArrayList<>(this.attachments);
		more.add(attachment);
		return new Letter(this.messageId, this.from, this.to, this.cc, this.subject, this.text, this.sentAt,
				this.references, List.copyOf(more), this.extraHeaders);
	}

	public Letter header(String field) {
		var more = new ArrayList<>(this.extraHeaders);
		more.add(field);
		return new Letter(this.messageId, this.from, this.to, this.cc, this.subject, this.text, this.sentAt,
				this.references, this.attachments, List.copyOf(more));
	}

	/** An answer to this letter, sent to its author, with nothing quoted. */
	public Letter answeredBy(Correspondent author, String text, ZonedDateTime at) {
		var thread = new ArrayList<>(this.references);
		thread.add(this.messageId);
		var title = this.subject.startsWith("SV: ") ? this.subject : "SV: " + this.subject;
		return new Letter("<%s@min.example>".formatted(UUID.randomUUID()), author, List.of(this.from), List.of(), title,
				text, at, List.copyOf(thread), List.of(), List.of());
	}

	/** The history Outlook puts below an answer, with Danish header names. */
	public String quoted() {
		var header = new StringBuilder("\n\nFra: ").append(this.from.mailbox())
			.append("\nSendt: ")
			.append(DateTimeFormatter.ofPattern("d. MMMM yyyy HH:mm", Locale.of("da")).format(this.sentAt))
			.append("\nTil: ")
			.append(mailboxes(this.to));
		if (!this.cc.isEmpty()) {
			header.append("\nCc: ").append(mailboxes(this.cc));
		}
		return header.append("\nEmne: ").append(this.subject).append("\n\n").append(this.text).toString();
	}

	/** The exact bytes, CRLF line ends, base64 for everything that is not ASCII. */
	public byte[] bytes() {
		var mail = new StringBuilder();
		field(mail, "Message-ID", this.messageId);
		field(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.sentAt));
		field(mail, "From", encoded(this.from));
		field(mail, "To", this.to.stream().map(Letter::encoded).collect(Collectors.joining(", ")));
		if (!this.cc.isEmpty()) {
			field(mail, "Cc", this.cc.stream().map(Letter::encoded).collect(Collectors.joining(", ")));
		}
		field(mail, "Subject", encodedWord(this.subject));
		if (!this.references.isEmpty()) {
			field(mail, "In-Reply-To", this.references.getLast());
			field(mail, "References", String.join(" ", this.references));
		}
		this.extraHeaders.forEach((extra) -> mail.append(extra).append("\r\n"));
		field(mail, "MIME-Version", "1.0");
		body(mail);
		return mail.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private void body(StringBuilder mail) {
		if (this.attachments.isEmpty()) {
			part(mail, "text/plain; charset=utf-8", null, this.text.getBytes(StandardCharsets.UTF_8));
			return;
		}
		var boundary = "part-" + Integer.toHexString(this.messageId.hashCode());
		field(mail, "Content-Type", "multipart/mixed; boundary=\"%s\"".formatted(boundary));
		mail.append("\r\n--").append(boundary).append("\r\n");
		part(mail, "text/plain; charset=utf-8", null, this.text.getBytes(StandardCharsets.UTF_8));
		for (var attachment : this.attachments) {
			mail.append("--").append(boundary).append("\r\n");
			part(mail, attachment.mediaType(), attachment.name(), attachment.bytes());
		}
		mail.append("--").append(boundary).append("--\r\n");
	}

	private static void part(StringBuilder mail, String type, @Nullable String name, byte[] bytes) {
		field(mail, "Content-Type", type);
		if (name != null) {
			field(mail, "Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
		}
		if (type.equals("message/rfc822")) {
			mail.append("\r\n").append(new String(bytes, StandardCharsets.US_ASCII)).append("\r\n");
			return;
		}
		field(mail, "Content-Transfer-Encoding", "base64");
		mail.append("\r\n").append(Base64.getMimeEncoder().encodeToString(bytes)).append("\r\n");
	}

	private static void field(StringBuilder mail, String name, String value) {
		mail.append(name).append(": ").append(value).append("\r\n");
	}

	private static String mailboxes(List<? extends Correspondent> people) {
		return people.stream().map(Correspondent::mailbox).collect(Collectors.joining("; "));
	}

	private static String encoded(Correspondent person) {
		return "%s <%s>".formatted(phrase(person.displayName()), person.address());
	}

	/** RFC 5322 section 3.2.3: an address as a name stands in quotes. */
	private static String phrase(String name) {
		return name.indexOf('@') < 0 ? encodedWord(name) : "\"%s\"".formatted(name);
	}

	private static String encodedWord(String words) {
		if (words.chars().allMatch((c) -> c >= ' ' && c < 127)) {
			return words;
		}
		return "=?utf-8?B?%s?=".formatted(Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
	}

}
