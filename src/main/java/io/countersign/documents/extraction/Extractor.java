package io.countersign.documents.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The reading process. It takes one file after the other from its input, says what it
 * finds on its output, and ends when its input does.
 */
public final class Extractor {

	private final DataInputStream in;

	private final Answer answer;

	private final FileReading reading;

	private final Patience patience;

	private Extractor(DataInputStream in, Answer answer, ReadingLimits limits) {
		this.in = in;
		this.answer = answer;
		this.reading = new FileReading(limits, answer);
		this.patience = new Patience(limits.time());
	}

	public static void main(String[] arguments) throws IOException, GeneralSecurityException {
		var in = new DataInputStream(new BufferedInputStream(System.in, Frame.PIECE));
		var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Frame.PIECE));
		// What a library prints or asks for must not get between the frames.
		System.setOut(System.err);
		System.setIn(InputStream.nullInputStream());
		var confined = Confinement.begin();
		new Extractor(in, new Answer(out), ReadingLimits.of(arguments)).run(confined);
	}

	private void run(boolean confined) throws IOException {
		this.answer.ready(confined);
		try {
			while (true) {
				this.patience.idle();
				if (Frame.read(this.in) != Frame.REQUEST) {
					throw new IOException("Something else than a file was sent");
				}
				this.patience.working();
				serve();
				this.answer.say(Frame.END);
			}
		}
		catch (EOFException ex) {
			this.patience.end();
		}
	}

	private void serve() throws IOException {
		var name = this.in.readUTF();
		var declared = this.in.readUTF();
		var file = Files.createTempFile("reading", null);
		try {
			take(this.in.readLong(), file);
			this.reading.read(file, name, declared);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private void take(long size, Path file) throws IOException {
		try (var content = new Portion(this.in, size)) {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** The next so many bytes of a stream that goes on behind them. */
	private static final class Portion extends InputStream {

		private final DataInputStream in;

		private long left;

		private Portion(DataInputStream in, long left) {
			this.in = in;
			this.left = left;
		}

		@Override
		public int read() throws IOException {
			if (this.left == 0) {
				return -1;
			}
			this.left--;
			return this.in.readUnsignedByte();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.left == 0) {
				return -1;
			}
			var count = this.in.read(target, offset, (int) Math.min(length, this.left));
			if (count < 0) {
				throw new EOFException();
			}
			this.left -= count;
			return count;
		}

	}

}
