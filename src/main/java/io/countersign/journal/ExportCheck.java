package io.countersign.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export with nothing but the public key, and whatever heads somebody has kept
 * elsewhere.
 */
final class ExportCheck {

	private static final JsonMapper JSON = new JsonMapper();

	private final VerifierKey key;

	private final List<SignedNote> kept;

	ExportCheck(VerifierKey key, List<SignedNote> kept) {
		this.key = key;
		this.kept = List.copyOf(kept);
	}

	/**
	 * Reads the file once.
	 * @throws IOException when it cannot be read at all
	 */
	Verification check(Path export) throws IOException {
		try (var zip = new ZipFile(export.toFile(), StandardCharsets.UTF_8)) {
			var heads = HeadFile.read(text(zip, JournalExport.HEADS));
			check(heads);
			try (var reader = reader(zip, JournalExport.ENTRIES)) {
				var entries = new ExportedLines(reader);
				if (zip.getEntry(JournalExport.PATHS) == null) {
					whole(entries, heads);
				}
				else {
					stream(entries, text(zip, JournalExport.PATHS), heads.getLast());
				}
				return new Verification(entries.count(), Optional.empty());
			}
		}
		catch (Unfit | IllegalArgumentException | JacksonException ex) {
			return new Verification(0, Optional.of(String.valueOf(ex.getMessage())));
		}
	}

	private void check(List<SignedNote> heads) {
		if (heads.isEmpty()) {
			throw new Unfit("There is no tree head in it.");
		}
		var before = -1L;
		for (var head : heads) {
			if (!head.isSignedBy(this.key)) {
				throw new Unfit("The tree head at %d is not signed by %s.".formatted(head.size(), this.key.name()));
			}
			if (head.size() <= before || !head.origin().equals(heads.getFirst().origin())) {
				throw new Unfit("The tree heads do not follow each other at %d.".formatted(head.size()));
			}
			before = head.size();
		}
	}

	private void whole(ExportedLines entries, List<SignedNote> heads) throws IOException {
		var expected = new ArrayList<>(heads);
		this.kept.stream().filter((note) -> note.isSignedBy(this.key)).forEach(expected::add);
		expected.sort((one, other) -> Long.compare(one.size(), other.size()));
		var tree = Frontier.EMPTY;
		for (var head : expected) {
			while (tree.size() < head.size()) {
				var size = tree.size();
				var leaf = entries.next()
					.orElseThrow(() -> new Unfit(
							"It ends after %d entries, and a tree head of %s counts %d: it has been cut off, or it is older."
								.formatted(size, head.at(), head.size())));
				tree = tree.with(TreeHash.ofEntry(leaf));
			}
			if (!tree.root().equals(head.root())) {
				throw new Unfit("The tree head at %d does not cover the entries before it.".formatted(head.size()));
			}
		}
		if (entries.next().isPresent()) {
			throw new Unfit("There are more entries than the last tree head counts.");
		}
	}

	private static void stream(ExportedLines entries, String paths, SignedNote head) throws IOException {
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

	private static BufferedReader reader(ZipFile zip, String name) throws IOException {
		var entry = zip.getEntry(name);
		if (entry == null) {
			throw new Unfit("%s is missing in it.".formatted(name));
		}
		return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
	}

}
