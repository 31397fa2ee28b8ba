package io.countersign.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Heads that somebody has kept elsewhere. Only what the key has signed says anything.
 *
 * @param signed in the order in which they stand there
 * @param others how many are not signed by it, or are no heads
 */
record KeptHeads(List<SignedNote> signed, long others) {

	static final KeptHeads NONE = new KeptHeads(List.of(), 0);

	KeptHeads {
		signed = List.copyOf(signed);
	}

	static KeptHeads of(String text, Keyring keys) {
		var all = Stream.of(text.split(HeadFile.RULE, -1)).filter((note) -> !note.isBlank()).toList();
		var signed = all.stream().map(HeadFile::note).flatMap(Optional::stream).filter(keys::hasSigned).toList();
		return new KeptHeads(signed, all.size() - signed.size());
	}

}
