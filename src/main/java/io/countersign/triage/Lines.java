package io.countersign.triage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, of which none is held that is longer than a limit. */
final class Lines {

	private final InputStream stream;

	private final int longest;

	Lines(InputStream stream, int longest) {
		this.stream = new BufferedInputStream(stream, 1 << 16);
		this.longest = longest;
	}

	/** The next line, empty bytes included; nothing behind the last. */
	Optional<Line> next() throws IOException {
		var bytes = new ByteArrayOutputStream();
		var read = this.stream.read();
		if (read < 0) {
			return Optional.empty();
		}
		var length = 0L;
		while (read >= 0 && read != '\n') {
			if (length++ < this.longest) {
				bytes.write(read);
			}
			read = this.stream.read();
		}
		return Optional.of(new Line(bytes.toByteArray(), length > this.longest));
	}

	/**
	 * A line without its end.
	 *
	 * @param cut whether it is longer than what is held of it
	 */
	record Line(byte[] bytes, boolean cut) {
	}

}
