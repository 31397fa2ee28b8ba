package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.countersign.documents.Spool;

/** Takes the text and the files of a mail, as much of them as the limits allow. */
class PartCollector implements MimeWalk.Visitor, AutoCloseable {

	/** A file on its way to the store. */
	record Attached(Part part, Spool content) {
	}

	/** What no system takes for a part of a file's name, and space around it. */
	private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\h/\\\\:*?\"<>|]++");

	private static final int LONGEST_NAME = 120;

	private final Limits limits;

	private final List<Attached> files = new ArrayList<>();

	private final Set<String> remarks = new LinkedHashSet<>();

	private final Set<String> alternatives = new HashSet<>();

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private boolean ambiguous;

	private long memory;

	PartCollector(Limits limits) {
		this.limits = limits;
		this.memory = limits.memory().toBytes();
	}

	List<Attached> files() {
		return this.files;
	}

	Set<String> remarks() {
		return this.remarks;
	}

	/** Whether one alternative offers two texts of the same type. */
	boolean isAmbiguous() {
		return this.ambiguous;
	}

	Content content() {
		return new Content(given(this.text), given(this.html));
	}

	@Override
	public void part(PartHeader header, InputStream content) throws IOException {
		if (header.isBody()) {
			body(header, content);
		}
		else if (this.files.size() < this.limits.attachments()) {
			file(header, content);
		}
		else {
			this.remarks
				.add("It has more than %d files; the others were left out.".formatted(this.limits.attachments()));
		}
	}

	private void body(PartHeader header, InputStream content) throws IOException {
		var target = header.mediaType().equals("text/html") ? this.html : this.text;
		if (header.container().equals("multipart/alternative")
				&& !this.alternatives.add(header.containerNumber() + header.mediaType())) {
			this.ambiguous = true;
		}
		var room = Math.max(0, this.limits.text() - target.length());
		var bytes = content.readNBytes(room);
		if (content.read() >= 0) {
			this.remarks
				.add("Its text is longer than %d characters; the rest was left out.".formatted(this.limits.text()));
		}
		target.append(target.isEmpty() ? "" : "\n").append(StoredText.decode(bytes, header.charset()));
	}

	private void file(PartHeader header, InputStream content) throws IOException {
		var spool = Spool.of(content, Math.clamp(this.memory, 0, Integer.MAX_VALUE));
		this.memory -= spool.inMemory();
		var role = role(header);
		var mail = (role == Part.Role.NESTED_MAIL) ? Optional.of(header(spool)) : Optional.<Header>empty();
		var name = header.name()
			.or(() -> mail.flatMap(PartCollector::named))
			.orElseGet(() -> "part-%d%s".formatted(this.files.size() + 1, extension(header)));
		var thread = mail.map(PartCollector::thread).orElse(List.of());
		this.files.add(new Attached(new Part(name, printable(header.mediaType()), spool.size(), spool.id(), role,
				printable(header.contentId()), thread), spool));
	}

	private Header header(Spool mail) throws IOException {
		try (var stream = mail.open()) {
			return Header.read(stream, this.limits);
		}
	}

	/** A mail in a mail seldom has a name of its own: it is called as its subject. */
	private static Optional<String> named(Header mail) {
		var subject = UNFIT.matcher(StoredText.decodeHeader(mail.first("Subject"))).replaceAll(" ").strip();
		return subject.isEmpty() ? Optional.empty() : Optional
			.of(StoredText.storable(subject.substring(0, Math.min(LONGEST_NAME, subject.length()))) + ".eml");
	}

	private static List<String> thread(Header mail) {
		var threading = MailThread.of(mail);
		return Stream.concat(threading.messageId().stream(), threading.ancestors().stream()).toList();
	}

	private static Part.Role role(PartHeader header) {
		if (header.mediaType().equals("message/rfc822")) {
			return Part.Role.NESTED_MAIL;
		}
		if (header.mediaType().equals("text/calendar")) {
			return Part.Role.CALENDAR;
		}
		// Only a picture is shown in the text: any other file is one that is sent.
		var shownInText = header.container().equals("multipart/related") && !header.contentId().isEmpty()
				&& header.mediaType().startsWith("image/");
		return (!header.disposition().equals("attachment") && shownInText) ? Part.Role.INLINE : Part.Role.ATTACHMENT;
	}

	private static String extension(PartHeader header) {
		return switch (header.mediaType()) {
			case "message/rfc822" -> ".eml";
			case "text/calendar" -> ".ics";
			case "text/plain" -> ".txt";
			case "text/html" -> ".html";
			case "application/ms-tnef" -> ".tnef";
			default -> ".bin";
		};
	}

	private static String printable(String value) {
		return StoredText.storable(StoredText.decode(value.getBytes(StandardCharsets.ISO_8859_1), null));
	}

	private static Optional<String> given(StringBuilder collected) {
		return collected.isEmpty() ? Optional.empty() : Optional.of(collected.toString());
	}

	@Override
	public void close() {
		this.files.forEach((file) -> file.content().close());
	}

}
