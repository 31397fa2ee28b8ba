package io.countersign.journal;

import java.io.IOException;
import java.io.Reader;

/** The lines of a file of an export, none of them without end. */
final class BoundedLines {

	private static final int LONGEST = 16_000_000;

	private final String file;

	private final Reader reader;

	private long count;

	BoundedLines(String file, Reader reader) {
		this.file = file;
		this.reader = reader;
	}

	/**
	 * A line ends with a line feed and nothing else.
	 * @return nothing but the empty text at the end
	 * @throws Unfit when it does not end, or not in time
	 */
	String next() throws IOException {
		this.count++;
		var line = new StringBuilder();
		for (var letter = this.reader.read(); letter != -1; letter = this.reader.read()) {
			if (letter == '\n') {
				return line.toString();
			}
			if (line.length() == LONGEST) {
				throw new Unfit("Line %d of %s is too long.".formatted(this.count, this.file));
			}
			line.append((char) letter);
		}
		if (!line.isEmpty()) {
			throw new Unfit("Line %d of %s is cut off.".formatted(this.count, this.file));
		}
		return "";
	}

}
