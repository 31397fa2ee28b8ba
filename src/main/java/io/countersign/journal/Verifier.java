package io.countersign.journal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole journal once and says what does not fit. */
@Component
class Verifier {

	/** Kept heads that are looked up at once. */
	private static final int BATCH = 500;

	private final JdbcClient database;

	private final EntryRepository entries;

	private final TreeHeadRepository heads;

	private final Sealing sealing;

	private final HeadFile file;

	Verifier(JdbcClient database, EntryRepository entries, TreeHeadRepository heads, Sealing sealing,
			SealProperties settings) {
		this.database = database;
		this.entries = entries;
		this.heads = heads;
		this.sealing = sealing;
		this.file = HeadFile.in(settings.directory());
	}

	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	Verification verify() {
		try {
			// Before the first query, for a head may leave the database while this one is
			// read.
			return verify(this.file.known().orElse(0), sealedSince());
		}
		catch (IOException ex) {
			return new Verification(0,
					Optional.of("%s cannot be read: %s".formatted(this.file.file(), ex.getMessage())));
		}
	}

	private Verification verify(long kept, long sealedSince) throws IOException {
		var chains = new Chains();
		try (var entries = inStreams()) {
			entries.forEach(chains::add);
		}
		var fault = chains.fault().or(() -> heads(chains)).or(() -> trees(sealedSince));
		return new Verification(chains.count, fault.isPresent() ? fault : lost(kept));
	}

	/** From this head on none is without a signature; none is known to be, at first. */
	private long sealedSince() throws IOException {
		try (var notes = this.file.notes()) {
			return notes.filter(this.sealing::isOurs).mapToLong(SignedNote::size).findFirst().orElse(Long.MAX_VALUE);
		}
	}

	private Stream<Entry> inStreams() {
		return this.database.sql(EntryRepository.COLUMNS + "order by stream, sequence, position")
			.withFetchSize(1_000)
			.query(EntryRepository::entry)
			.stream();
	}

	private Optional<String> heads(Chains chains) {
		var heads = new HashMap<String, String>();
		this.database.sql("select stream, sequence, hash from stream_head where sequence > 0").query((row) -> {
			heads.put(row.getString("stream"), row.getLong("sequence") + " " + row.getString("hash"));
		});
		for (var last : chains.last.entrySet()) {
			if (!last.getValue().equals(heads.remove(last.getKey()))) {
				return Optional.of("%s does not end where its head says.".formatted(last.getKey()));
			}
		}
		return heads.keySet().stream().findFirst().map("%s has a head and no entries."::formatted);
	}

	/** Every head is computed again from the entries it covers. */
	private Optional<String> trees(long sealedSince) {
		var tree = Frontier.EMPTY;
		try (var heads = this.heads.all(); var leaves = this.entries.leavesUntil(this.heads.last().until())) {
			var leaf = leaves.iterator();
			for (var stored : (Iterable<TreeHead>) heads::iterator) {
				while (tree.size() < stored.size() && leaf.hasNext()) {
					tree = tree.with(TreeHash.ofEntry(leaf.next().hash()));
				}
				var fault = fault(stored, tree, sealedSince);
				if (fault.isPresent()) {
					return fault.map((said) -> said.formatted(stored.size()));
				}
			}
			return leaf.hasNext() ? Optional.of("There are more entries than the last tree head counted.")
					: Optional.empty();
		}
	}

	private Optional<String> fault(TreeHead stored, Frontier tree, long sealedSince) {
		var note = HeadFile.note(stored.note());
		if (!stored.tree().equals(tree) || note.filter((one) -> this.sealing.isOf(tree, one)).isEmpty()) {
			return Optional.of("The tree head at %d does not cover the entries it was made of.");
		}
		var isFromBefore = note.get().signature().isEmpty() && stored.size() < sealedSince;
		return (isFromBefore || this.sealing.isOurs(note.get())) ? Optional.empty()
				: Optional.of("The tree head at %d is not signed by the key that seals the journal.");
	}

	/** What has left the database is what it still has. */
	private Optional<String> lost(long kept) throws IOException {
		try (var notes = this.file.notes()) {
			return notes.filter((note) -> note.size() <= kept && this.sealing.isOurs(note))
				.gather(Gatherers.windowFixed(BATCH))
				.flatMap((some) -> lost(some).stream())
				.findFirst();
		}
	}

	private Optional<String> lost(List<SignedNote> kept) {
		var roots = this.heads.roots(kept.stream().map(SignedNote::size).toList());
		return kept.stream()
			.filter((note) -> !note.root().equals(roots.get(note.size())))
			.findFirst()
			.map((note) -> "The journal is not the one whose tree head at %d was kept on %s.".formatted(note.size(),
					note.at()));
	}

	/** The chain of each stream while its entries pass by in order. */
	private static final class Chains {

		private final Map<String, String> last = new HashMap<>();

		private long count;

		private @Nullable Entry previous;

		private @Nullable String fault;

		/**
		 * The first entry of the stream whose words are gone, and nobody has forgotten
		 * them yet.
		 */
		private @Nullable Entry wordless;

		void add(Entry entry) {
			this.count++;
			var before = (this.previous != null && this.previous.stream().equals(entry.stream())) ? this.previous
					: null;
			if (before == null) {
				missWords();
			}
			var sequence = (before != null) ? before.sequence() + 1 : 1;
			var hash = (before != null) ? before.hash() : Seal.GENESIS;
			if (this.fault == null && entry.sequence() != sequence) {
				this.fault = "%s goes on with %d where %d is due.".formatted(entry.stream(), entry.sequence(),
						sequence);
			}
			if (this.fault == null
					&& !(entry.previous().equals(hash) && entry.hash().equals(Seal.sha256(Seal.content(entry))))) {
				this.fault = "Entry %d of %s is not what was written.".formatted(entry.sequence(), entry.stream());
			}
			words(entry);
			this.previous = entry;
			this.last.put(entry.stream(), entry.sequence() + " " + entry.hash());
		}

		private void words(Entry entry) {
			if (this.fault == null && !entry.said().isWhatWasWritten()) {
				this.fault = "The words of entry %d of %s are not those that were written.".formatted(entry.sequence(),
						entry.stream());
			}
			if (entry.type().equals(WordsForgotten.TYPE)) {
				this.wordless = null;
			}
			else if (this.wordless == null && entry.said().isForgotten()) {
				this.wordless = entry;
			}
		}

		private void missWords() {
			var entry = this.wordless;
			if (this.fault == null && entry != null) {
				this.fault = "The words of entry %d of %s are gone, and nobody has forgotten them."
					.formatted(entry.sequence(), entry.stream());
			}
			this.wordless = null;
		}

		Optional<String> fault() {
			missWords();
			return Optional.ofNullable(this.fault);
		}

	}

}
