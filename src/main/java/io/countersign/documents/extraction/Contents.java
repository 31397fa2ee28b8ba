package io.countersign.documents.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.xml.sax.ContentHandler;

/**
 * Hands out the files within a file, one level deep; each is read in a turn of its own.
 */
final class Contents implements EmbeddedDocumentExtractor {

	/** What exists to carry other files: there even a picture is a file. */
	private static final Set<String> CARRIERS = Set.of("message/rfc822", "application/mbox",
			"application/vnd.ms-outlook", "application/vnd.ms-tnef", "application/pkcs7-mime",
			"application/pkcs7-signature", "application/zip", "application/x-7z-compressed", "application/x-tar",
			"application/gzip", "application/x-bzip2", "application/x-xz", "application/java-archive",
			"application/x-cpio", "application/x-archive");

	private static final Set<String> ASIDE = Set.of("MACRO", "METADATA", "FONT", "THUMBNAIL", "RENDERING", "VERSION",
			"ALTERNATE_FORMAT_CHUNK");

	private static final long MAY_GROW = 1L << 20;

	private final boolean carrier;

	private final long size;

	private final ReadingLimits limits;

	private final Answer answer;

	private int count;

	private long unpacked;

	Contents(MediaType type, long size, ReadingLimits limits, Answer answer) {
		this.carrier = CARRIERS.contains(type.getBaseType().toString());
		this.size = size;
		this.limits = limits;
		this.answer = answer;
	}

	@Override
	public boolean shouldParseEmbedded(Metadata metadata) {
		return isFile(metadata);
	}

	@Override
	public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
			throws IOException {
		if (!isFile(metadata)) {
			return;
		}
		if (++this.count > this.limits.files()) {
			throw new Enough("It holds more than %d files; the others were left out.".formatted(this.limits.files()));
		}
		var most = most();
		try (var content = content(stream)) {
			this.unpacked += this.answer.file(within(metadata), content, most - this.unpacked);
		}
		if (this.unpacked >= most) {
			throw new Enough("It would unpack to far more than its size; the rest was left out.");
		}
	}

	private long most() {
		return Math.min(this.limits.unpacked().toBytes(), Math.max(MAY_GROW, this.size * this.limits.ratio()));
	}

	private boolean isFile(Metadata metadata) {
		var role = role(metadata);
		if (ASIDE.contains(role)) {
			return false;
		}
		var type = declared(metadata);
		return this.carrier || (!role.equals("INLINE") && !type.startsWith("image/") && !type.startsWith("text/css"));
	}

	private static Answer.Within within(Metadata metadata) {
		var written = value(metadata, TikaCoreProperties.RESOURCE_NAME_KEY);
		var path = value(metadata, TikaCoreProperties.ORIGINAL_RESOURCE_NAME.getName());
		return new Answer.Within(written, path.isEmpty() ? written : path, declared(metadata),
				role(metadata).equals("INLINE") ? "INLINE" : "ATTACHMENT");
	}

	private static String role(Metadata metadata) {
		var role = value(metadata, TikaCoreProperties.EMBEDDED_RESOURCE_TYPE_KEY);
		return role.isEmpty() ? "ATTACHMENT" : role.toUpperCase(Locale.ROOT);
	}

	private static String declared(Metadata metadata) {
		return value(metadata, Metadata.CONTENT_TYPE);
	}

	private static String value(Metadata metadata, String name) {
		var value = metadata.get(name);
		return (value != null) ? value : "";
	}

	/** A part of an OLE file is made a file of its own. */
	private static InputStream content(InputStream stream) throws IOException {
		if (stream instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry directory) {
			var bytes = new ByteArrayOutputStream();
			OleParts.write(directory, bytes);
			return new ByteArrayInputStream(bytes.toByteArray());
		}
		return stream;
	}

	/** The limits allow no more of this file. */
	static final class Enough extends IOException {

		Enough(String sentence) {
			super(sentence);
		}

	}

}
