package io.countersign.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.countersign.problem.Conflict;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what somebody without this database needs in order to check the journal: every
 * entry as the text its hash is over, and the tree heads. Or the entries of one stream,
 * each with its path to the last head.
 */
@Component
class JournalExport {

	static final String ENTRIES = "entries.ndjson";

	static final String HASHES = "hashes.txt";

	static final String WORDS = "words.ndjson";

	static final String HEADS = "heads.txt";

	static final String PATHS = "paths.ndjson";

	static final String STREAM = "stream.txt";

	static final String KEYS = "former-keys.txt";

	/** Entries of one stream at most. */
	private static final int MOST = 10_000;

	private static final String README = """
			An export of a Countersign journal.

			entries.ndjson  one entry a line, in the canonical form (RFC 8785) its SHA-256 is over
			hashes.txt      that hash of each line of entries.ndjson, so that a line that was changed is named
			words.ndjson    what people wrote, as far as it was not forgotten: for an entry that has words_sha256 in
			                place of a value, that value and the salt its SHA-256 is over (RFC 8785)
			heads.txt       signed heads of the Merkle tree (RFC 6962) whose leaves are those hashes
			paths.ndjson    of one case only: for each line of entries.ndjson its path to the last head
			former-keys.txt where the key was replaced: up to which head each former one has signed, signed by the next
			stream.txt      of one case only: signed, how many entries it has, the last one's hash, and when

			To check it without any other program or network:
			java -jar countersign.jar verify <this file> --key <journal.pub> [--heads <tree-heads.txt>]
			""";

	private static final JsonMapper JSON = new JsonMapper();

	private final EntryRepository entries;

	private final TreeHeadRepository heads;

	private final Sealing sealing;

	private final Clock clock;

	JournalExport(EntryRepository entries, TreeHeadRepository heads, Sealing sealing, Clock clock) {
		this.entries = entries;
		this.heads = heads;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** The whole journal up to its last head. */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public void whole(OutputStream into) throws IOException {
		try (var zip = new ZipOutputStream(into)) {
			begin(zip);
			begin(zip, HEADS);
			try (var all = this.heads.all()) {
				all.map(TreeHead::note).filter(this::isSealed).forEach((note) -> write(zip, note + HeadFile.RULE));
			}
			begin(zip, ENTRIES);
			try (var all = this.entries.until(this.heads.last().until())) {
				all.forEach((entry) -> write(zip, Seal.content(entry) + "\n"));
			}
			begin(zip, HASHES);
			try (var all = this.entries.leavesUntil(this.heads.last().until())) {
				all.forEach((leaf) -> write(zip, leaf.hash() + "\n"));
			}
			begin(zip, WORDS);
			try (var all = this.entries.until(this.heads.last().until())) {
				all.forEach((entry) -> words(zip, entry));
			}
		}
	}

	/**
	 * One stream, all of it. What came after the last head has no path yet.
	 * @throws Conflict when it is too long for that
	 */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public void stream(String stream, OutputStream into) throws IOException {
		var own = this.entries.ofStream(stream, 0, MOST + 1);
		if (own.isEmpty() || own.size() > MOST) {
			throw new Conflict("There are more than %d entries, or none: export the whole journal.".formatted(MOST));
		}
		var head = this.heads.last();
		try (var zip = new ZipOutputStream(into)) {
			begin(zip);
			begin(zip, HEADS);
			write(zip, head.note() + HeadFile.RULE);
			begin(zip, STREAM);
			write(zip, this.sealing.note(own.getLast(), head, this.clock.instant()).text());
			begin(zip, ENTRIES);
			own.forEach((entry) -> write(zip, Seal.content(entry) + "\n"));
			begin(zip, HASHES);
			own.forEach((entry) -> write(zip, entry.hash() + "\n"));
			begin(zip, WORDS);
			own.forEach((entry) -> words(zip, entry));
			begin(zip, PATHS);
			paths(own, head).forEach((path) -> write(zip, JSON.writeValueAsString(path) + "\n"));
		}
	}

	private static void words(OutputStream into, Entry entry) {
		var words = entry.said().words();
		if (!words.isEmpty()) {
			write(into, Seal.canonical(Map.of("stream", entry.stream(), "sequence", entry.sequence(), "words", words))
					+ "\n");
		}
	}

	/**
	 * Heads from before there was a key prove nothing, and those after cover the same.
	 */
	private boolean isSealed(String note) {
		return HeadFile.note(note).filter(this.sealing::isOurs).isPresent();
	}

	private List<InclusionPath> paths(List<Entry> own, TreeHead head) {
		var searches = own.stream()
			.mapToLong((entry) -> this.entries.indexOf(entry.cursor()))
			.filter((index) -> index < head.size())
			.mapToObj((index) -> new InclusionPath.Search(index, head.size()))
			.toList();
		try (var leaves = this.entries.leavesUntil(head.until())) {
			leaves.map((leaf) -> TreeHash.ofEntry(leaf.hash()))
				.forEach((leaf) -> searches.forEach((search) -> search.pass(leaf)));
		}
		return searches.stream().map(InclusionPath.Search::path).toList();
	}

	private void begin(ZipOutputStream zip) throws IOException {
		begin(zip, "README.txt");
		write(zip, README);
		var former = this.sealing.keyring().former();
		if (!former.isEmpty()) {
			begin(zip, KEYS);
			former.forEach((note) -> write(zip, note.text() + HeadFile.RULE));
		}
	}

	private static void begin(ZipOutputStream zip, String name) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
	}

	private static void write(OutputStream into, String text) {
		try {
			into.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
