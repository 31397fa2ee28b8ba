package io.countersign.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** Bytes of a mail as text that can be stored, whatever their charset claims to be. */
final class StoredText {

	/** What mail programs mean when they write something else (WHATWG Encoding). */
	private static final Charset WESTERN = Charset.forName("windows-1252");

	private static final int LONGEST_LINE = 8_192;

	private static final String LETTERS = "AZaz09 =?@";

	private StoredText() {
	}

	/** As declared; where that cannot be right, as UTF-8, and else as Western text. */
	static String decode(byte[] bytes, @Nullable String declared) {
		for (var charset : List.of(charset(declared), StandardCharsets.UTF_8)) {
			try {
				return storable(charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes))
					.toString());
			}
			catch (CharacterCodingException ex) {
				continue;
			}
		}
		return storable(new String(bytes, WESTERN));
	}

	/**
	 * Whether what is declared can be read as it is meant; nothing declared can. No mail
	 * program shows words in a charset of mainframes, where the letters of a mail are
	 * other ones.
	 */
	static boolean knows(@Nullable String declared) {
		try {
			return declared == null
					|| Charset.isSupported(declared.strip()) && isOfMail(Charset.forName(declared.strip()));
		}
		catch (IllegalCharsetNameException ex) {
			return false;
		}
	}

	private static boolean isOfMail(Charset charset) {
		return charset.name().startsWith("UTF-")
				|| new String(LETTERS.getBytes(StandardCharsets.US_ASCII), charset).equals(LETTERS);
	}

	/** A header value: encoded words decoded, raw 8-bit bytes rescued. */
	static String decodeHeader(String value) {
		var line = value.substring(0, Math.min(value.length(), LONGEST_LINE));
		if (line.chars().anyMatch((c) -> c > 127) && line.chars().allMatch((c) -> c < 256)) {
			line = decode(line.getBytes(StandardCharsets.ISO_8859_1), null);
		}
		if (line.contains("=?")) {
			line = DecoderUtil.decodeEncodedWords(line, DecodeMonitor.SILENT, WESTERN);
		}
		return storable(line.replaceAll("[\\r\\n]", ""));
	}

	/** PostgreSQL takes neither NUL nor half a surrogate pair (IN-14). */
	static String storable(String text) {
		for (var index = 0; index < text.length(); index++) {
			var character = text.charAt(index);
			if (character == 0 || Character.isSurrogate(character)) {
				return replaced(text);
			}
		}
		return text;
	}

	private static String replaced(String text) {
		var stored = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> stored.appendCodePoint(isStorable(point) ? point : 0xFFFD));
		return stored.toString();
	}

	private static boolean isStorable(int point) {
		return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
	}

	private static Charset charset(@Nullable String declared) {
		if (declared == null) {
			return StandardCharsets.UTF_8;
		}
		try {
			var charset = Charset.forName(declared.strip());
			return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
