package io.countersign.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.stream.Stream;

/** A file that grows by every head: notes with an empty line and a rule between them. */
record HeadFile(Path file) implements HeadOutlet {

	/** Begins what stands between two notes. */
	static final String RULE = "\n----\n";

	/** Bytes at the end of the file among which the last note is. */
	private static final int TAIL = 4_096;

	static HeadFile in(Path directory) {
		return new HeadFile(directory.resolve("tree-heads.txt"));
	}

	@Override
	public String name() {
		return "file";
	}

	/**
	 * What the file says of itself: nobody who may write to the database keeps a head out
	 * of it. One that was taken away is written anew.
	 */
	@Override
	public OptionalLong known() throws IOException {
		var notes = tail().split(RULE, -1);
		for (var number = notes.length - 1; number >= 0; number--) {
			var note = note(notes[number]);
			if (note.isPresent()) {
				return OptionalLong.of(note.get().size());
			}
		}
		return OptionalLong.of(0);
	}

	/** What was broken off before stands alone. */
	@Override
	public void take(List<TreeHead> heads) throws IOException {
		var tail = tail();
		var text = new StringBuilder((tail.isEmpty() || tail.endsWith(RULE)) ? "" : RULE);
		heads.forEach((head) -> text.append(head.note()).append(RULE));
		Files.writeString(this.file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND,
				StandardOpenOption.SYNC);
	}

	/** Not all at once, and without what is no note. */
	Stream<SignedNote> notes() throws IOException {
		if (!Files.exists(this.file)) {
			return Stream.empty();
		}
		var scanner = new Scanner(this.file, StandardCharsets.UTF_8).useDelimiter(RULE);
		return scanner.tokens().flatMap((text) -> note(text).stream()).onClose(scanner::close);
	}

	/**
	 * The notes of such a file.
	 * @throws IllegalArgumentException when something else stands between them
	 */
	static List<SignedNote> read(String text) {
		return List.of(text.split(RULE, -1)).stream().filter((note) -> !note.isBlank()).map(SignedNote::parse).toList();
	}

	private String tail() throws IOException {
		if (!Files.exists(this.file)) {
			return "";
		}
		try (var channel = FileChannel.open(this.file)) {
			var from = Math.max(0, channel.size() - TAIL);
			var bytes = ByteBuffer.allocate(TAIL);
			while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
				continue;
			}
			return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
		}
	}

	static Optional<SignedNote> note(String text) {
		try {
			return Optional.of(SignedNote.parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
