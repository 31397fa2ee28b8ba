package io.countersign.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where the key lies that signs. A key that is missing beside its public half was
 * replaced or lost: another one is made, and says first how far the one before had come.
 */
record SealDirectory(Path directory, String name) {

	static final String FORMER = "former-keys.txt";

	/**
	 * @param last the last head of the database
	 * @throws IOException when the directory cannot be used or holds something else
	 */
	SealKey key(Supplier<Optional<SignedNote>> last, Instant at) throws IOException {
		if (isReplaced()) {
			replace(last.get(), at);
		}
		return SealKey.in(this.directory, this.name);
	}

	/**
	 * Whether that is the key whose public half lies there; where none lies it still is.
	 */
	boolean isSealedBy(VerifierKey key) throws IOException {
		var open = this.directory.resolve(SealKey.OPEN);
		return !Files.exists(open) || Files.readString(open).strip().equals(key.toString());
	}

	/** The key that lies there, both halves of it. */
	SealKey present() throws IOException {
		if (!Files.exists(this.directory.resolve(SealKey.SECRET))) {
			throw new IOException("%s is missing".formatted(SealKey.SECRET));
		}
		return SealKey.in(this.directory, this.name);
	}

	Keyring keyring(VerifierKey current) throws IOException {
		return Keyring.of(current, HandOver.read(former()));
	}

	private boolean isReplaced() {
		return !Files.exists(this.directory.resolve(SealKey.SECRET))
				&& Files.exists(this.directory.resolve(SealKey.OPEN));
	}

	private void replace(Optional<SignedNote> last, Instant at) throws IOException {
		var former = VerifierKey.parse(Files.readString(this.directory.resolve(SealKey.OPEN)));
		var ring = keyring(former);
		if (last.isPresent() && last.get().signature().isPresent() && !ring.hasSigned(last.get())) {
			throw new IOException("the last tree head of the database is not signed by %s, which is to be replaced"
				.formatted(SealKey.OPEN));
		}
		var end = furthest(ring, last);
		var key = SealKey.generate(this.name);
		var note = HandOver.signed(key, this.name, former, end.map(SignedNote::size).orElse(0L),
				end.map(SignedNote::root).orElse(Frontier.EMPTY.root()), at);
		var before = former();
		var rule = (before.isEmpty() || before.endsWith(HeadFile.RULE)) ? "" : HeadFile.RULE;
		Files.writeString(this.directory.resolve(FORMER), rule + note.text() + HeadFile.RULE, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND, StandardOpenOption.SYNC);
		key.keepIn(this.directory);
	}

	private String former() throws IOException {
		var file = this.directory.resolve(FORMER);
		return Files.exists(file) ? Files.readString(file) : "";
	}

	/**
	 * What has left the database before counts also where the database has it no more.
	 */
	private Optional<SignedNote> furthest(Keyring ring, Optional<SignedNote> last) throws IOException {
		try (var kept = HeadFile.in(this.directory).notes()) {
			return Stream.concat(last.stream(), kept)
				.filter(ring::hasSigned)
				.max((one, other) -> Long.compare(one.size(), other.size()));
		}
	}

}
