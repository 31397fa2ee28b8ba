package io.countersign.documents.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a calendar, as they were before they were folded (RFC 5545, 3.1). A fold
 * may stand within a character, so bytes are joined and not letters.
 */
final class Unfolding {

	/** What a line has beyond this is left out. */
	private static final int LONGEST = 16 << 20;

	private static final Charset OLD = Charset.forName("windows-1252");

	private final PushbackInputStream in;

	Unfolding(InputStream in) {
		this.in = new PushbackInputStream(in, 1);
	}

	/** Nothing at the end. */
	Optional<String> next() throws IOException {
		var line = new ByteArrayOutputStream();
		var began = false;
		for (var one = this.in.read(); one >= 0; one = this.in.read()) {
			began = true;
			if (isEnd(one)) {
				if (!goesOn()) {
					return Optional.of(text(line.toByteArray()));
				}
			}
			else if (line.size() < LONGEST) {
				line.write(one);
			}
		}
		return began ? Optional.of(text(line.toByteArray())) : Optional.empty();
	}

	/** CRLF by the standard; some write one of the two. */
	private boolean isEnd(int one) throws IOException {
		if (one == '\r') {
			var following = this.in.read();
			if (following >= 0 && following != '\n') {
				this.in.unread(following);
			}
		}
		return one == '\r' || one == '\n';
	}

	/** The white space that marks a fold is no part of the line. */
	private boolean goesOn() throws IOException {
		var following = this.in.read();
		if (following < 0 || following == ' ' || following == '\t') {
			return following >= 0;
		}
		this.in.unread(following);
		return false;
	}

	private static String text(byte[] line) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(line, OLD);
		}
	}

}
