package io.countersign.documents.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads what a calendar says of meetings and tasks, line after line. Nothing it names is
 * fetched; a file that lies in it is handed out.
 */
final class CalendarParser implements Parser {

	private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

	private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9+/]+");

	private static final int DEEPEST = 100;

	@Override
	public Set<MediaType> getSupportedTypes(ParseContext context) {
		return Set.of(MediaType.text("calendar"));
	}

	@Override
	public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
			throws IOException, SAXException, TikaException {
		var lines = new Unfolding(stream);
		var page = new XHTMLContentHandler(handler, metadata);
		page.startDocument();
		var open = new ArrayDeque<String>();
		var entry = new CalendarEntry();
		for (var next = lines.next(); next.isPresent(); next = lines.next()) {
			var line = CalendarLine.of(next.get());
			if (line.isEmpty()) {
				continue;
			}
			var name = line.get().name();
			if (name.equals("BEGIN")) {
				begin(line.get(), open);
			}
			else if (name.equals("END")) {
				entry = end(open, entry, page, metadata);
			}
			else if (ENTRIES.contains(String.valueOf(open.peek()))) {
				entry.add(line.get());
				handOut(line.get(), page, context);
			}
		}
		write(entry, page, metadata);
		page.endDocument();
	}

	/** An alarm within a meeting has words of its own, which are nobody's. */
	private static void begin(CalendarLine line, Deque<String> open) throws TikaException {
		if (open.size() >= DEEPEST) {
			throw new TikaException("A calendar is not nested so deeply");
		}
		open.push(line.value().strip().toUpperCase(Locale.ROOT));
	}

	private static CalendarEntry end(Deque<String> open, CalendarEntry entry, XHTMLContentHandler page,
			Metadata metadata) throws SAXException {
		if (!open.isEmpty() && ENTRIES.contains(open.pop())) {
			write(entry, page, metadata);
			return new CalendarEntry();
		}
		return entry;
	}

	private static void write(CalendarEntry entry, XHTMLContentHandler page, Metadata metadata) throws SAXException {
		if (metadata.get(TikaCoreProperties.TITLE) == null && entry.title().isPresent()) {
			metadata.set(TikaCoreProperties.TITLE, entry.title().get());
		}
		for (var paragraph : entry.paragraphs()) {
			page.element("p", paragraph);
		}
	}

	private static void handOut(CalendarLine line, XHTMLContentHandler page, ParseContext context)
			throws IOException, SAXException {
		if (!line.name().equals("ATTACH") || line.parameter("ENCODING").filter("BASE64"::equalsIgnoreCase).isEmpty()) {
			return;
		}
		var within = new Metadata();
		within.set(TikaCoreProperties.RESOURCE_NAME_KEY,
				line.parameter("FILENAME").or(() -> line.parameter("X-FILENAME")).orElse(""));
		within.set(Metadata.CONTENT_TYPE, line.parameter("FMTTYPE").orElse("application/octet-stream"));
		context.get(EmbeddedDocumentExtractor.class)
			.parseEmbedded(new ByteArrayInputStream(decoded(line.value())), page, within, false);
	}

	/** As much of it as is base64. */
	private static byte[] decoded(String value) {
		var letters = NO_LETTER.matcher(value).replaceAll("");
		var whole = (letters.length() % 4 == 1) ? letters.length() - 1 : letters.length();
		return Base64.getDecoder().decode(letters.substring(0, whole));
	}

}
