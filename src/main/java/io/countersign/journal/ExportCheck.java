package io.countersign.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export with nothing but the public key, those before it for which it vouches,
 * and whatever heads somebody has kept elsewhere.
 */
final class ExportCheck {

	private static final JsonMapper JSON = new JsonMapper();

	private final Keyring keys;

	private final KeptHeads kept;

	ExportCheck(Keyring keys, KeptHeads kept) {
		this.keys = keys;
		this.kept = kept;
	}

	/**
	 * The key that is given and those before it that it vouches for.
	 * @throws IOException when the file cannot be read at all
	 */
	static Keyring keys(Path export, VerifierKey given) throws IOException {
		try (var zip = new ZipFile(export.toFile(), StandardCharsets.UTF_8)) {
			return Keyring.of(given, (zip.getEntry(JournalExport.KEYS) != null)
					? HandOver.read(text(zip, JournalExport.KEYS)) : List.of());
		}
	}

	/**
	 * Reads the file once.
	 * @throws IOException when it cannot be read at all
	 */
	Checked check(Path export) throws IOException {
		try (var zip = new ZipFile(export.toFile(), StandardCharsets.UTF_8)) {
			var heads = HeadFile.read(text(zip, JournalExport.HEADS));
			check(heads);
			try (var reader = reader(zip, JournalExport.ENTRIES); var words = words(zip)) {
				var hashes = (zip.getEntry(JournalExport.HASHES) != null)
						? Optional.<Reader>of(reader(zip, JournalExport.HASHES)) : Optional.<Reader>empty();
				var entries = new ExportedLines(reader, new ExportedHashes(hashes), words);
				var at = isOfStream(zip) ? stream(entries, zip, heads.getLast()) : whole(entries, heads);
				return new Checked(entries.count(), entries.wordless(), at, Optional.empty());
			}
		}
		catch (Unfit | IllegalArgumentException | JacksonException ex) {
			return new Checked(0, 0, Instant.EPOCH, Optional.of(String.valueOf(ex.getMessage())));
		}
	}

	private static boolean isOfStream(ZipFile zip) {
		return zip.getEntry(JournalExport.PATHS) != null || zip.getEntry(JournalExport.STREAM) != null;
	}

	private void check(List<SignedNote> heads) {
		if (heads.isEmpty()) {
			throw new Unfit("There is no tree head in it.");
		}
		var before = -1L;
		for (var head : heads) {
			if (!this.keys.hasSigned(head)) {
				throw new Unfit(
						"The tree head at %d is not signed by %s.".formatted(head.size(), this.keys.current().name()));
			}
			if (head.size() <= before || !head.origin().equals(heads.getFirst().origin())) {
				throw new Unfit("The tree heads do not follow each other at %d.".formatted(head.size()));
			}
			before = head.size();
		}
	}

	/** Answers up to when it is whole. */
	private Instant whole(ExportedLines entries, List<SignedNote> heads) throws IOException {
		var expected = new ArrayList<>(heads);
		expected.addAll(this.kept.signed());
		expected.sort((one, other) -> Long.compare(one.size(), other.size()));
		var tree = Frontier.EMPTY;
		for (var head : expected) {
			var first = tree.size() + 1;
			while (tree.size() < head.size()) {
				var size = tree.size();
				var leaf = entries.next()
					.orElseThrow(() -> new Unfit(
							"It ends after %d entries, and a tree head of %s counts %d: it has been cut off, or it is older."
								.formatted(size, head.at(), head.size())));
				tree = tree.with(TreeHash.ofEntry(leaf));
			}
			if (!tree.root().equals(head.root())) {
				throw new Unfit(
						"The tree head at %d does not cover the entries before it: one of the lines %d to %d was changed."
							.formatted(head.size(), first, head.size()));
			}
		}
		if (entries.next().isPresent()) {
			throw new Unfit("There are more entries than the last tree head counts.");
		}
		if (entries.count() == 0) {
			throw new Unfit("There is no entry in it.");
		}
		return heads.getLast().at();
	}

	/** Answers up to when it is whole. */
	private Instant stream(ExportedLines entries, ZipFile zip, SignedNote head) throws IOException {
		var note = StreamNote.parse(text(zip, JournalExport.STREAM));
		if (!this.keys.hasSigned(note)) {
			throw new Unfit("%s is not signed by %s.".formatted(JournalExport.STREAM, this.keys.current().name()));
		}
		if (!note.origin().equals(head.origin()) || note.size() != head.size()) {
			throw new Unfit("%s belongs to another tree head.".formatted(JournalExport.STREAM));
		}
		if (this.kept.signed()
			.stream()
			.anyMatch((one) -> one.size() == head.size() && !one.root().equals(head.root()))) {
			throw new Unfit("The tree head at %d is another one than was kept.".formatted(head.size()));
		}
		paths(entries, text(zip, JournalExport.PATHS), head);
		if (!entries.isWhole(note)) {
			throw new Unfit(
					"It ends after %d entries, and there were %d on %s: it has been cut off, or is of another case."
						.formatted(entries.count(), note.entries(), note.at()));
		}
		return note.at();
	}

	private static void paths(ExportedLines entries, String paths, SignedNote head) throws IOException {
		var left = paths.lines().iterator();
		for (var leaf = entries.next(); leaf.isPresent(); leaf = entries.next()) {
			if (!left.hasNext()) {
				throw new Unfit("Entry %d has no path: it came after the last tree head. Export again in a few minutes."
					.formatted(entries.count()));
			}
			var path = JSON.readValue(left.next(), InclusionPath.class);
			if (path.size() != head.size() || !path.root(TreeHash.ofEntry(leaf.get())).equals(head.root())) {
				throw new Unfit("Entry %d is not under the tree head.".formatted(entries.count()));
			}
		}
		if (left.hasNext()) {
			throw new Unfit("There are more paths than entries.");
		}
	}

	private static String text(ZipFile zip, String name) throws IOException {
		try (var reader = reader(zip, name)) {
			return reader.readAllAsString();
		}
	}

	/** Exports from before had the words within their entries. */
	private static Reader words(ZipFile zip) throws IOException {
		return (zip.getEntry(JournalExport.WORDS) != null) ? reader(zip, JournalExport.WORDS) : Reader.nullReader();
	}

	private static BufferedReader reader(ZipFile zip, String name) throws IOException {
		var entry = zip.getEntry(name);
		if (entry == null) {
			throw new Unfit("%s is missing in it.".formatted(name));
		}
		return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
	}

	/**
	 * @param wordless of how many entries words are missing
	 * @param at up to when nothing is missing
	 * @param fault the first thing that is wrong, in a sentence that names it
	 */
	record Checked(long entries, long wordless, Instant at, Optional<String> fault) {

		boolean intact() {
			return this.fault.isEmpty();
		}

	}

}
