package io.countersign.verdicts.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The two parts of a mail of type multipart/signed (RFC 1847 section 2.1).
 *
 * @param content exactly what is signed, with CRLF at the end of each line
 * @param signature the CMS object, decoded
 */
record SignedParts(byte[] content, byte[] signature) {

	private static final String HEADER_END = "\r\n\r\n";

	/**
	 * @throws IllegalArgumentException when the mail does not consist of exactly these
	 * two
	 */
	static SignedParts of(byte[] mail, String boundary) {
		// One character a byte, so that places in the text are places in the bytes.
		var text = new String(withCrlf(mail), StandardCharsets.ISO_8859_1);
		var body = text.substring(after(text, HEADER_END, 0) - 2);
		var parts = parts(body, "\r\n--" + boundary);
		var signature = parts.getLast();
		var header = signature.substring(0, after(signature, HEADER_END, 0));
		if (!header.toLowerCase(Locale.ROOT).contains("base64")) {
			throw new IllegalArgumentException("The signature is not in base64");
		}
		return new SignedParts(parts.getFirst().getBytes(StandardCharsets.ISO_8859_1),
				Base64.getMimeDecoder().decode(signature.substring(header.length())));
	}

	/** Each delimiter stands at the beginning of a line and fills it. */
	private static List<String> parts(String body, String delimiter) {
		var first = after(body, delimiter + "\r\n", 0);
		var second = body.indexOf(delimiter + "\r\n", first);
		var end = (second >= 0) ? body.indexOf(delimiter + "--", second + 2) : -1;
		if (end < 0 || body.indexOf(delimiter, second + 2) != end || body.indexOf(delimiter, end + 2) >= 0) {
			throw new IllegalArgumentException("A signed mail has two parts");
		}
		return List.of(body.substring(first, second), body.substring(second + delimiter.length() + 2, end));
	}

	private static int after(String text, String mark, int from) {
		var place = text.indexOf(mark, from);
		if (place < 0) {
			throw new IllegalArgumentException("The mail has no such part");
		}
		return place + mark.length();
	}

	private static byte[] withCrlf(byte[] mail) {
		var written = new ByteArrayOutputStream(mail.length + mail.length / 32);
		var before = 0;
		for (var letter : mail) {
			if (letter == '\n' && before != '\r') {
				written.write('\r');
			}
			written.write(letter);
			before = letter;
		}
		return written.toByteArray();
	}

}
