package io.countersign.documents.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Opens 7z archives, also those whose entries have no time, which Tika's own does not.
 */
final class SevenZipParser implements Parser {

	private static final MediaType TYPE = MediaType.application("x-7z-compressed");

	private final int memoryKb;

	SevenZipParser(long memory) {
		this.memoryKb = (int) (memory >> 10);
	}

	@Override
	public Set<MediaType> getSupportedTypes(ParseContext context) {
		return Set.of(TYPE);
	}

	@Override
	public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
			throws IOException, SAXException, TikaException {
		var contents = context.get(EmbeddedDocumentExtractor.class);
		try (var archive = SevenZFile.builder()
			.setPath(TikaInputStream.get(stream).getPath())
			.setMaxMemoryLimitKiB(this.memoryKb)
			.get()) {
			for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				if (!entry.isDirectory() && entry.hasStream()) {
					var within = new Metadata();
					within.set(TikaCoreProperties.RESOURCE_NAME_KEY, entry.getName());
					contents.parseEmbedded(archive.getInputStream(entry), handler, within, false);
				}
			}
		}
		catch (PasswordRequiredException ex) {
			throw new EncryptedDocumentException(ex);
		}
	}

}
