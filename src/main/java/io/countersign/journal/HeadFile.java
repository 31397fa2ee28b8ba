package io.countersign.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that grows by every head: notes with an empty line and a rule between them. */
record HeadFile(Path file) implements HeadOutlet {

	/** Begins what stands between two notes. */
	static final String RULE = "\n----\n";

	@Override
	public String name() {
		return "file";
	}

	@Override
	public void take(List<TreeHead> heads) throws IOException {
		var text = new StringBuilder();
		heads.forEach((head) -> text.append(head.note()).append(RULE));
		Files.writeString(this.file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND,
				StandardOpenOption.SYNC);
	}

	/**
	 * The notes of such a file.
	 * @throws IllegalArgumentException when something else stands between them
	 */
	static List<SignedNote> read(String text) {
		return List.of(text.split(RULE, -1)).stream().filter((note) -> !note.isBlank()).map(SignedNote::parse).toList();
	}

}
