package io.countersign.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole journal once and says what does not fit. */
@Component
class Verifier {

	private final JdbcClient database;

	private final EntryRepository entries;

	private final TreeHeadRepository heads;

	private final Sealing sealing;

	Verifier(JdbcClient database, EntryRepository entries, TreeHeadRepository heads, Sealing sealing) {
		this.database = database;
		this.entries = entries;
		this.heads = heads;
		this.sealing = sealing;
	}

	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	Verification verify() {
		var chains = new Chains();
		try (var entries = inStreams()) {
			entries.forEach(chains::add);
		}
		var fault = chains.fault().or(() -> heads(chains)).or(this::trees);
		return new Verification(chains.count, fault);
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
	private Optional<String> trees() {
		var tree = Frontier.EMPTY;
		try (var heads = this.heads.all(); var leaves = this.entries.leavesUntil(this.heads.last().until())) {
			var leaf = leaves.iterator();
			for (var stored : (Iterable<TreeHead>) heads::iterator) {
				while (tree.size() < stored.size() && leaf.hasNext()) {
					tree = tree.with(TreeHash.ofEntry(leaf.next().hash()));
				}
				if (!fits(stored, tree)) {
					return Optional
						.of("The tree head at %d does not cover the entries it was made of.".formatted(stored.size()));
				}
			}
			return leaf.hasNext() ? Optional.of("There are more entries than the last tree head counted.")
					: Optional.empty();
		}
	}

	private boolean fits(TreeHead stored, Frontier tree) {
		try {
			return stored.tree().equals(tree) && this.sealing.made(SignedNote.parse(stored.note()), tree);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** The chain of each stream while its entries pass by in order. */
	private static final class Chains {

		private final Map<String, String> last = new HashMap<>();

		private long count;

		private @Nullable Entry previous;

		private @Nullable String fault;

		void add(Entry entry) {
			this.count++;
			var before = (this.previous != null && this.previous.stream().equals(entry.stream())) ? this.previous
					: null;
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
			this.previous = entry;
			this.last.put(entry.stream(), entry.sequence() + " " + entry.hash());
		}

		Optional<String> fault() {
			return Optional.ofNullable(this.fault);
		}

	}

}
