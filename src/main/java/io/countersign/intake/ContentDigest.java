package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What the author wrote, as one number: equal for the copy in the sender's folder and the
 * copies of all receivers, whatever servers on the way added (IN-2).
 */
class ContentDigest implements MimeWalk.Visitor {

	private static final List<String> ADDRESSES = List.of("From", "Sender", "Reply-To", "To", "Cc");

	private static final List<String> IDS = List.of("Message-ID", "In-Reply-To", "References");

	private final MessageDigest digest;

	private final byte[] buffer = new byte[8_192];

	ContentDigest(Header header) {
		this.digest = sha256();
		for (var name : ADDRESSES) {
			header.all(name).forEach((value) -> add(name, String.join(",", Parties.written(value))));
		}
		for (var name : IDS) {
			header.all(name).forEach((value) -> add(name, String.join(",", InternetMessageId.normaliseAll(value))));
		}
		header.all("Subject").forEach((value) -> add("Subject", StoredText.decodeHeader(value).strip()));
		header.all("Date").forEach((value) -> add("Date", MailDate.parse(value).map(Instant::toString).orElse(value)));
	}

	/** Line ends and white space at the end of a text belong to the transport. */
	@Override
	public void part(PartHeader header, InputStream content) throws IOException {
		add("part", header.mediaType() + "\n" + header.name().orElse(""));
		var text = header.mediaType().startsWith("text/");
		var pending = 0;
		for (var count = content.read(this.buffer); count >= 0; count = content.read(this.buffer)) {
			pending = text ? addText(count, pending) : addBytes(count);
		}
	}

	/** A body that cannot be taken apart. */
	void whole(List<String> readings, InputStream body) throws IOException {
		add("whole", String.join("\0", readings));
		for (var count = body.read(this.buffer); count >= 0; count = body.read(this.buffer)) {
			addBytes(count);
		}
	}

	String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private int addBytes(int count) {
		this.digest.update(this.buffer, 0, count);
		return 0;
	}

	private int addText(int count, int pendingLines) {
		var pending = pendingLines;
		var start = 0;
		for (var index = 0; index <= count; index++) {
			if (index < count && this.buffer[index] != '\r' && this.buffer[index] != '\n') {
				continue;
			}
			if (index > start) {
				this.digest.update("\n".repeat(pending).getBytes(StandardCharsets.US_ASCII));
				this.digest.update(this.buffer, start, index - start);
				pending = 0;
			}
			pending += (index < count && this.buffer[index] == '\n') ? 1 : 0;
			start = index + 1;
		}
		return pending;
	}

	private void add(String name, String value) {
		this.digest.update((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
