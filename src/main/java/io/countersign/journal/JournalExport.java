package io.countersign.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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

	static final String HEADS = "heads.txt";

	static final String PATHS = "paths.ndjson";

	private static final String README = """
			An export of a Countersign journal.

			entries.ndjson  one entry a line, in the canonical form (RFC 8785) its SHA-256 is over
			heads.txt       signed heads of the Merkle tree (RFC 6962) whose leaves are those hashes
			paths.ndjson    where it is there: for each line of entries.ndjson its path to the last head

			To check it without any other program or network:
			java -jar countersign.jar verify <this file> --key <journal.pub> [--heads <tree-heads.txt>]
			""";

	private static final JsonMapper JSON = new JsonMapper();

	private final EntryRepository entries;

	private final TreeHeadRepository heads;

	JournalExport(EntryRepository entries, TreeHeadRepository heads) {
		this.entries = entries;
		this.heads = heads;
	}

	/** The whole journal up to its last head. */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public void whole(OutputStream into) throws IOException {
		try (var zip = new ZipOutputStream(into)) {
			begin(zip, "README.txt");
			write(zip, README);
			begin(zip, HEADS);
			try (var all = this.heads.all()) {
				all.forEach((head) -> write(zip, head.note() + HeadFile.RULE));
			}
			begin(zip, ENTRIES);
			try (var all = this.entries.until(this.heads.last().until())) {
				all.forEach((entry) -> write(zip, Seal.content(entry) + "\n"));
			}
		}
	}

	/**
	 * One stream. What came after the last head has no path yet.
	 * @param own the entries of the stream, oldest first
	 */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public void stream(List<Entry> own, OutputStream into) throws IOException {
		var head = this.heads.last();
		try (var zip = new ZipOutputStream(into)) {
			begin(zip, "README.txt");
			write(zip, README);
			begin(zip, HEADS);
			write(zip, head.note() + HeadFile.RULE);
			begin(zip, ENTRIES);
			own.forEach((entry) -> write(zip, Seal.content(entry) + "\n"));
			begin(zip, PATHS);
			paths(own, head).forEach((path) -> write(zip, JSON.writeValueAsString(path) + "\n"));
		}
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
