package io.countersign.documents.scan;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Speaks INSTREAM as clamd(8) has it, each file on a connection of its own. A verdict
 * counts only when the scanner was given the whole file and answered in one whole line:
 * all else is no answer.
 */
public final class Clamd {

	private static final int LONGEST_NAME = 100;

	private static final String SUBJECT = "stream: ";

	private static final String FOUND = " FOUND";

	/** What clamd calls a file it did not look through, with AlertExceedsMax. */
	private static final String BEYOND_ITS_LIMITS = "Heuristics.Limits.Exceeded";

	private final ScannerAddress address;

	private final Duration timeout;

	/**
	 * @param timeout for one file, from the connection to the answer
	 */
	public Clamd(ScannerAddress address, Duration timeout) {
		this.address = address;
		this.timeout = timeout;
	}

	/**
	 * @param content read to its end as far as the scanner takes it, not closed
	 * @throws ScannerUnavailable when there is no answer to rely on
	 */
	public ScanResult scan(InputStream content) throws IOException {
		try (var conversation = new Conversation(this.address, this.timeout)) {
			return scan(conversation, content);
		}
	}

	private ScanResult scan(Conversation conversation, InputStream content) throws IOException {
		try {
			conversation.connect(this.address);
			var whole = conversation.send(content);
			return result(conversation.answer(), whole);
		}
		catch (ScannerUnavailable ex) {
			throw conversation.isLate() ? tooLate(ex) : ex;
		}
	}

	private static ScanResult result(String answer, boolean whole) throws ScannerUnavailable {
		var line = (answer.indexOf('\0') == answer.length() - 1) ? answer.replace("\0", "") : "";
		if (line.equals("INSTREAM size limit exceeded. ERROR")) {
			return new ScanResult.TooLarge();
		}
		if (line.startsWith(SUBJECT) && line.endsWith(FOUND) && line.length() > SUBJECT.length() + FOUND.length()) {
			return found(line.substring(SUBJECT.length(), line.length() - FOUND.length()));
		}
		if (whole && line.equals(SUBJECT + "OK")) {
			return new ScanResult.Clean();
		}
		throw new ScannerUnavailable("The virus scanner gave no whole answer.", null);
	}

	private static ScanResult found(String name) {
		var shown = name.replaceAll("[^ -~]", "?");
		return name.startsWith(BEYOND_ITS_LIMITS) ? new ScanResult.TooLarge()
				: new ScanResult.Infected(shown.substring(0, Math.min(LONGEST_NAME, shown.length())));
	}

	private ScannerUnavailable tooLate(Exception cause) {
		return new ScannerUnavailable(
				"The virus scanner took longer than %d seconds.".formatted(this.timeout.toSeconds()), cause);
	}

}
