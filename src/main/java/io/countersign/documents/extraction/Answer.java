package io.countersign.documents.extraction;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the reading process says. */
final class Answer {

	private static final int LONGEST_WORDS = 2_000;

	private final DataOutputStream out;

	Answer(DataOutputStream out) {
		this.out = out;
	}

	void say(Frame frame) throws IOException {
		frame.write(this.out);
		this.out.flush();
	}

	void ready(boolean confined) throws IOException {
		Frame.READY.write(this.out);
		this.out.writeBoolean(confined);
		this.out.flush();
	}

	void fact(String name, String value) throws IOException {
		Frame.FACT.write(this.out);
		this.out.writeUTF(name);
		this.out.writeUTF(shortened(value));
	}

	void text(CharSequence text) throws IOException {
		var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		for (var start = 0; start < bytes.length; start += Frame.PIECE) {
			Frame.TEXT.write(this.out);
			piece(bytes, start, Math.min(Frame.PIECE, bytes.length - start));
		}
	}

	void remark(String sentence) throws IOException {
		Frame.REMARK.write(this.out);
		this.out.writeUTF(shortened(sentence));
	}

	void problem(String sentence) throws IOException {
		Frame.PROBLEM.write(this.out);
		this.out.writeUTF(shortened(sentence));
	}

	/**
	 * @param most how many bytes may be said
	 * @return how many were said; the file is not whole when more were there
	 */
	long file(Within within, InputStream content, long most) throws IOException {
		Frame.FILE.write(this.out);
		this.out.writeUTF(shortened(within.name()));
		this.out.writeUTF(shortened(within.path()));
		this.out.writeUTF(shortened(within.declaredType()));
		this.out.writeUTF(within.role());
		var total = 0L;
		var whole = false;
		var broken = true;
		try {
			var buffer = new byte[Frame.PIECE];
			var count = content.read(buffer);
			while (count >= 0 && total + count <= most) {
				Frame.BYTES.write(this.out);
				piece(buffer, 0, count);
				total += count;
				count = content.read(buffer);
			}
			whole = count < 0;
			broken = false;
		}
		finally {
			Frame.FILE_END.write(this.out);
			this.out.writeBoolean(whole);
			this.out.writeBoolean(broken);
		}
		return whole ? total : most;
	}

	private void piece(byte[] bytes, int start, int length) throws IOException {
		this.out.writeInt(length);
		this.out.write(bytes, start, length);
	}

	private static String shortened(String words) {
		return (words.length() <= LONGEST_WORDS) ? words : words.substring(0, LONGEST_WORDS);
	}

	/**
	 * A file within the file that is read.
	 *
	 * @param name as written; empty where there is none
	 * @param path within the file, as written
	 * @param role ATTACHMENT or INLINE
	 */
	record Within(String name, String path, String declaredType, String role) {
	}

}
