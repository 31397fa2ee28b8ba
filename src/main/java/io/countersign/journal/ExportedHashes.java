package io.countersign.journal;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * The hashes that stand beside the entries of an export and say which of them was
 * changed. Whoever changes both is found by the tree.
 */
final class ExportedHashes {

	private final Optional<BoundedLines> lines;

	/**
	 * @param hashes nothing in exports from before they had them
	 */
	ExportedHashes(Optional<Reader> hashes) {
		this.lines = hashes.map((reader) -> new BoundedLines(JournalExport.HASHES, reader));
	}

	/** Whether this is the next one. */
	boolean isNext(String hash) throws IOException {
		return this.lines.isEmpty() || this.lines.get().next().equals(hash);
	}

	/**
	 * To be called behind the last one.
	 * @throws Unfit when there are more
	 */
	void end() throws IOException {
		if (this.lines.isPresent() && !this.lines.get().next().isEmpty()) {
			throw new Unfit("There are more hashes than entries.");
		}
	}

}
