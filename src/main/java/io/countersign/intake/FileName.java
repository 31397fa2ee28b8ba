package io.countersign.intake;

import java.util.Optional;

/** A file's name made fit to show: the path, and what hides or turns around, is gone. */
final class FileName {

	private static final int LONGEST = 120;

	private FileName() {
	}

	static Optional<String> cleaned(String written) {
		var decoded = StoredText.decodeHeader(written);
		var name = new StringBuilder();
		decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1)
			.codePoints()
			.filter(FileName::isShown)
			.forEach(name::appendCodePoint);
		var clean = shortened(name.toString().strip());
		return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
	}

	private static boolean isShown(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

	private static String shortened(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		var dot = name.lastIndexOf('.');
		var extension = (dot > 0 && name.length() - dot <= 12) ? name.substring(dot) : "";
		return StoredText.storable(name.substring(0, LONGEST - extension.length())) + extension;
	}

}
