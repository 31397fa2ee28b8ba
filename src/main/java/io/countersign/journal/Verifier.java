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

	Verifier(JdbcClient database) {
		this.database = database;
	}

	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	Verification verify() {
		var chains = new Chains();
		try (var entries = inStreams()) {
			entries.forEach(chains::add);
		}
		var fault = chains.fault().or(() -> heads(chains)).or(this::checkpoints);
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

	/** Every checkpoint is computed again from the entries it covers. */
	private Optional<String> checkpoints() {
		var previous = Checkpoint.NONE;
		for (var stored : Checkpoint.all(this.database)) {
			var again = previous.next(this.database, stored.until());
			if (!again.equals(stored)) {
				return Optional
					.of("Checkpoint %d does not cover the entries it was made of.".formatted(stored.number()));
			}
			previous = stored;
		}
		return Optional.empty();
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
			if (this.fault == null && !(entry.previous().equals(hash) && entry.hash().equals(recomputed(entry)))) {
				this.fault = "Entry %d of %s is not what was written.".formatted(entry.sequence(), entry.stream());
			}
			this.previous = entry;
			this.last.put(entry.stream(), entry.sequence() + " " + entry.hash());
		}

		Optional<String> fault() {
			return Optional.ofNullable(this.fault);
		}

		private static String recomputed(Entry entry) {
			return Seal.of(entry.stream(), entry.sequence(), entry.type(), entry.eventId(), entry.at(), entry.actor(),
					entry.mode(), entry.data(), entry.previous());
		}

	}

}
