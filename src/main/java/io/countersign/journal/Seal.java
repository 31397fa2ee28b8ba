package io.countersign.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of an entry: SHA-256 over its canonical JSON (RFC 8785), the previous hash
 * included.
 */
final class Seal {

	/** What the first entry of a stream names as its predecessor. */
	static final String GENESIS = "0".repeat(64);

	private static final JsonMapper JSON = new JsonMapper();

	private Seal() {
	}

	static String of(String stream, long sequence, String type, String eventId, Instant at, String actor, Mode mode,
			Map<String, ?> data, String previous) {
		return sha256(content(stream, sequence, type, eventId, at, actor, mode, data, previous));
	}

	/** The text whose hash seals the entry. */
	static String content(Entry entry) {
		return content(entry.stream(), entry.sequence(), entry.type(), entry.eventId(), entry.at(), entry.actor(),
				entry.mode(), entry.said().sealed(), entry.previous());
	}

	private static String content(String stream, long sequence, String type, String eventId, Instant at, String actor,
			Mode mode, Map<String, ?> data, String previous) {
		var content = new LinkedHashMap<String, Object>();
		content.put("stream", stream);
		content.put("sequence", sequence);
		content.put("type", type);
		content.put("id", eventId);
		content.put("at", at.toString());
		content.put("actor", actor);
		content.put("mode", mode.word());
		content.put("data", data);
		content.put("prev", previous);
		return canonical(content);
	}

	static String canonical(Map<String, ?> content) {
		try {
			return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Not canonical JSON", ex);
		}
	}

	static String sha256(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
