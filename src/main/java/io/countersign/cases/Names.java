package io.countersign.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that follow from what they name, so that a repetition gives the same one. */
final class Names {

	private Names() {
	}

	static String of(String prefix, Object... parts) {
		var text = new StringBuilder();
		for (var part : parts) {
			text.append(part).append('\n');
		}
		return prefix + sha256(text.toString()).substring(0, 24);
	}

	static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
