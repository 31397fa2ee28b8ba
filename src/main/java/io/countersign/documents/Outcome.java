package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.countersign.documents.extraction.Frame;
import io.countersign.documents.extraction.ReadingLimits;

/**
 * What a reading process said of one file. It is believed no more than the file is: every
 * limit is kept here once more.
 */
final class Outcome implements AutoCloseable {

	/** Text in UTF-8 takes up to three bytes for a character. */
	private static final int BYTES_PER_CHARACTER = 3;

	private static final int MOST_WORDS = 50;

	private static final int MEMORY = 1 << 16;

	private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

	/**
	 * A file within the file, its bytes on their way to the store.
	 *
	 * @param inline whether it is shown within the text
	 */
	record Found(String writtenName, String path, String declaredType, boolean inline, Spool content) {
	}

	private final ReadingLimits limits;

	private final Map<String, String> facts = new HashMap<>();

	private final List<String> remarks = new ArrayList<>();

	private final List<Found> files = new ArrayList<>();

	private final ByteArrayOutputStream text = new ByteArrayOutputStream();

	private @Nullable String problem;

	private long unpacked;

	Outcome(ReadingLimits limits) {
		this.limits = limits;
	}

	Optional<String> problem() {
		return Optional.ofNullable(this.problem);
	}

	Optional<String> fact(String name) {
		return Optional.ofNullable(this.facts.get(name));
	}

	Optional<Integer> number(String name) {
		return fact(name).filter((digits) -> digits.matches("[0-9]{1,9}")).map(Integer::valueOf);
	}

	List<String> remarks() {
		return this.remarks;
	}

	List<Found> files() {
		return this.files;
	}

	/**
	 * Fit for PostgreSQL, which takes no NUL (IN-14), and in the order it is read in.
	 */
	String text() {
		return straight(this.text.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD')).strip();
	}

	void take(DataInputStream in) throws IOException {
		for (var frame = Frame.read(in); frame != Frame.END; frame = Frame.read(in)) {
			switch (frame) {
				case FACT -> fact(in.readUTF(), in.readUTF());
				case TEXT -> text(Frame.readPiece(in));
				case FILE -> file(in);
				case REMARK -> remark(in.readUTF());
				case PROBLEM -> this.problem = shown(in.readUTF());
				case READY, REQUEST, BYTES, FILE_END, END -> throw new IOException("Not now: " + frame);
			}
		}
	}

	private void fact(String name, String value) throws IOException {
		if (this.facts.size() >= MOST_WORDS) {
			throw new IOException("It says too much");
		}
		this.facts.put(name, straight(shown(value)));
	}

	private void remark(String sentence) throws IOException {
		if (this.remarks.size() >= MOST_WORDS) {
			throw new IOException("It says too much");
		}
		this.remarks.add(shown(sentence));
	}

	private void text(byte[] piece) throws IOException {
		if (this.text.size() + piece.length > (long) BYTES_PER_CHARACTER * this.limits.characters() + Frame.PIECE) {
			throw new IOException("Its text is longer than the limit");
		}
		this.text.write(piece, 0, piece.length);
	}

	private void file(DataInputStream in) throws IOException {
		if (this.files.size() >= this.limits.files()) {
			throw new IOException("It holds more files than the limit");
		}
		var name = in.readUTF();
		var path = in.readUTF();
		var type = in.readUTF();
		var role = in.readUTF();
		try (var content = new Pieces(in)) {
			var spool = Spool.of(content, MEMORY);
			if (content.whole) {
				this.files.add(new Found(shown(name), shown(path), shown(type), role.equals("INLINE"), spool));
			}
			else {
				spool.close();
				leftOut(name, content.broken ? "damaged" : "too large");
			}
		}
	}

	private void leftOut(String name, String what) throws IOException {
		if (this.remarks.size() < MOST_WORDS) {
			remark("A file in it was left out, because it is %s: %s".formatted(what,
					FileName.cleaned(name).orElse("unnamed")));
		}
	}

	/** Without what makes a text look other than it reads (Unicode annex 9). */
	private static String straight(String words) {
		return TURNING.matcher(words).replaceAll("");
	}

	private static String shown(String words) {
		var point = new StringBuilder();
		words.codePoints()
			.map((one) -> (one == 0 || Character.getType(one) == Character.SURROGATE) ? 0xFFFD : one)
			.forEach(point::appendCodePoint);
		return point.toString();
	}

	@Override
	public void close() {
		this.files.forEach((file) -> file.content().close());
	}

	/** The bytes of one file, up to the frame that ends it. */
	private final class Pieces extends InputStream {

		private final DataInputStream in;

		private byte[] piece = {};

		private int position;

		private boolean ended;

		private boolean whole;

		private boolean broken;

		private Pieces(DataInputStream in) {
			this.in = in;
		}

		@Override
		public int read() throws IOException {
			return available(1) ? this.piece[this.position++] & 0xff : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (!available(length)) {
				return -1;
			}
			var count = Math.min(length, this.piece.length - this.position);
			System.arraycopy(this.piece, this.position, target, offset, count);
			this.position += count;
			return count;
		}

		private boolean available(int wanted) throws IOException {
			while (!this.ended && wanted > 0 && this.position == this.piece.length) {
				switch (Frame.read(this.in)) {
					case BYTES -> next(Frame.readPiece(this.in));
					case FILE_END -> {
						this.whole = this.in.readBoolean();
						this.broken = this.in.readBoolean();
						this.ended = true;
					}
					default -> throw new EOFException("A file was broken off");
				}
			}
			return !this.ended;
		}

		private void next(byte[] next) throws IOException {
			Outcome.this.unpacked += next.length;
			if (Outcome.this.unpacked > Outcome.this.limits.unpacked().toBytes()) {
				throw new IOException("It unpacks to more than the limit");
			}
			this.piece = next;
			this.position = 0;
		}

	}

}
