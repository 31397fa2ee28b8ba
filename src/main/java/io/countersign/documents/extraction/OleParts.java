package io.countersign.documents.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes a part of an OLE file, such as a mail within a mail, a file of its own. */
final class OleParts {

	private static final String PROPERTIES = "__properties_version1.0";

	/**
	 * A mail within a mail has 8 reserved bytes less than one of its own (MS-OXMSG 2.4).
	 */
	private static final int HEADER_WITHIN = 24;

	private static final int RESERVED = 8;

	private OleParts() {
	}

	static void write(DirectoryEntry directory, OutputStream out) throws IOException {
		try (var file = new POIFSFileSystem()) {
			for (var entry : directory) {
				if (entry instanceof DocumentEntry document && document.getName().equals(PROPERTIES)) {
					properties(document, file);
				}
				else {
					EntryUtils.copyNodeRecursively(entry, file.getRoot());
				}
			}
			file.writeFilesystem(out);
		}
	}

	private static void properties(DocumentEntry document, POIFSFileSystem file) throws IOException {
		try (var stream = new DocumentInputStream(document)) {
			var bytes = stream.readAllBytes();
			if (bytes.length % 16 == RESERVED) {
				var whole = Arrays.copyOf(bytes, bytes.length + RESERVED);
				System.arraycopy(bytes, HEADER_WITHIN, whole, HEADER_WITHIN + RESERVED, bytes.length - HEADER_WITHIN);
				Arrays.fill(whole, HEADER_WITHIN, HEADER_WITHIN + RESERVED, (byte) 0);
				bytes = whole;
			}
			file.getRoot().createDocument(PROPERTIES, new ByteArrayInputStream(bytes));
		}
	}

}
