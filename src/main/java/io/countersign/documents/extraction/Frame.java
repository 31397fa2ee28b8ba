package io.countersign.documents.extraction;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the two processes say to each other, each as one byte and what follows it. */
public enum Frame {

	/** From the child: it has started; true when the kernel keeps other files from it. */
	READY,

	/** To the child: name, declared type, length and bytes of a file. */
	REQUEST,

	/** From the child: a name and a value. */
	FACT,

	/** Some of the text. */
	TEXT,

	/** A file within the file begins: name, path, declared type and role. */
	FILE,

	/** Some of its bytes. */
	BYTES,

	/** It ends; true when it is whole, then true when it is damaged. */
	FILE_END,

	/** What was left out, in a sentence. */
	REMARK,

	/** The file cannot be read, and why. */
	PROBLEM,

	/** Nothing more. */
	END;

	/** The most bytes that follow in one piece. */
	public static final int PIECE = 1 << 16;

	private static final Frame[] ALL = values();

	public void write(DataOutput out) throws IOException {
		out.writeByte(ordinal());
	}

	/**
	 * @throws IOException when the other side says something else
	 */
	public static Frame read(DataInput in) throws IOException {
		var code = in.readUnsignedByte();
		if (code >= ALL.length) {
			throw new IOException("Not a frame: " + code);
		}
		return ALL[code];
	}

	/** A piece of bytes, never more than {@link #PIECE}. */
	public static byte[] readPiece(DataInput in) throws IOException {
		var length = in.readInt();
		if (length < 0 || length > PIECE) {
			throw new IOException("Not a piece: " + length);
		}
		var piece = new byte[length];
		in.readFully(piece);
		return piece;
	}

}
