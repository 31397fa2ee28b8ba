package io.countersign.documents.extraction;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** How large a picture is, by what its header says; it is not decoded. */
record PictureSize(int width, int height) {

	private static final int MOST_SEGMENTS = 500;

	boolean isLargerThan(int megapixels) {
		return (long) this.width * this.height > megapixels * 1_000_000L;
	}

	static Optional<PictureSize> of(String type, InputStream picture) throws IOException {
		var in = new DataInputStream(picture);
		try {
			return switch (type) {
				case "image/png" -> png(in);
				case "image/gif" -> gif(in);
				case "image/jpeg" -> jpeg(in);
				default -> Optional.empty();
			};
		}
		catch (EOFException ex) {
			return Optional.empty();
		}
	}

	private static Optional<PictureSize> png(DataInputStream in) throws IOException {
		in.skipNBytes(16);
		return sized(in.readInt(), in.readInt());
	}

	private static Optional<PictureSize> gif(DataInputStream in) throws IOException {
		in.skipNBytes(6);
		return sized(Short.toUnsignedInt(Short.reverseBytes(in.readShort())),
				Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
	}

	/** The frame header names the size; other segments are passed over. */
	private static Optional<PictureSize> jpeg(DataInputStream in) throws IOException {
		in.skipNBytes(2);
		for (var segment = 0; segment < MOST_SEGMENTS; segment++) {
			var marker = in.readUnsignedShort();
			var length = in.readUnsignedShort();
			if (isFrame(marker)) {
				in.skipNBytes(1);
				var height = in.readUnsignedShort();
				return sized(in.readUnsignedShort(), height);
			}
			in.skipNBytes(Math.max(0, length - 2));
		}
		return Optional.empty();
	}

	private static boolean isFrame(int marker) {
		return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
	}

	private static Optional<PictureSize> sized(int width, int height) {
		return (width > 0 && height > 0) ? Optional.of(new PictureSize(width, height)) : Optional.empty();
	}

}
