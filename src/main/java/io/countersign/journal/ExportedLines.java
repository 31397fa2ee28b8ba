package io.countersign.journal;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The entries of an export while they pass by: each stream a chain without a gap. */
final class ExportedLines {

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, Last> last = new HashMap<>();

	private final BoundedLines lines;

	private final ExportedHashes hashes;

	private final ExportedWords words;

	private long count;

	ExportedLines(Reader entries, ExportedHashes hashes, Reader words) throws IOException {
		this.lines = new BoundedLines(JournalExport.ENTRIES, entries);
		this.hashes = hashes;
		this.words = new ExportedWords(words);
	}

	/** How many have passed. */
	long count() {
		return this.count;
	}

	/**
	 * To be called behind the last one. Answers of how many of them words are missing.
	 * @throws Unfit when hashes or words are left over
	 */
	long wordless() throws IOException {
		this.hashes.end();
		this.words.end();
		return this.words.missing();
	}

	/** Whether they were those of one stream, up to this one. */
	boolean isWhole(StreamNote note) {
		return this.last.equals(Map.of(note.stream(), new Last(note.entries(), note.last())));
	}

	/**
	 * The hash of the next entry.
	 * @return nothing at the end
	 * @throws Unfit when it was changed, or does not continue its stream
	 */
	Optional<String> next() throws IOException {
		var line = this.lines.next();
		return line.isEmpty() ? Optional.empty() : Optional.of(hash(line));
	}

	private String hash(String line) throws IOException {
		var hash = Seal.sha256(line);
		try {
			var entry = JSON.readTree(line);
			var stream = entry.path("stream").asString();
			var sequence = entry.path("sequence").asLong();
			var before = this.last.getOrDefault(stream, Last.NONE);
			if (sequence != before.sequence + 1 || !entry.path("prev").asString().equals(before.hash)) {
				throw new Unfit("Line %d: entry %d of %s does not continue the one before it (%d)."
					.formatted(this.count + 1, sequence, shown(stream), before.sequence));
			}
			if (!this.hashes.isNext(hash)) {
				throw new Unfit("Line %d: entry %d of %s is not what was written there.".formatted(this.count + 1,
						sequence, shown(stream)));
			}
			this.words.pass(entry);
			this.last.put(stream, new Last(sequence, hash));
		}
		catch (JacksonException ex) {
			throw new Unfit("Line %d is no entry.".formatted(this.count + 1));
		}
		this.count++;
		return hash;
	}

	/** A name as it may stand on a terminal. */
	private static String shown(String name) {
		return name.codePoints()
			.limit(80)
			.map((letter) -> (letter > ' ' && letter < 127) ? letter : '?')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private record Last(long sequence, String hash) {

		static final Last NONE = new Last(0, Seal.GENESIS);

	}

}
