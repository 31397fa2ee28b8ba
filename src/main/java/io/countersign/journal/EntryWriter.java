package io.countersign.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends facts to their streams: at most three statements, however many facts. */
@Repository
class EntryWriter {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient database;

	private final Origin origin;

	EntryWriter(JdbcClient database, Origin origin) {
		this.database = database;
		this.origin = origin;
	}

	/** Leaves out what is written already. */
	void append(List<Journaled> facts) {
		var heads = new HashMap<String, Head>();
		var now = lock(texts(facts, Journaled::stream), heads);
		var known = heads.values().stream().allMatch(Head::isNew) ? new HashSet<String>()
				: known(texts(facts, this::eventId));
		var lines = new ArrayList<Line>();
		for (var fact : facts) {
			var eventId = eventId(fact);
			if (known.add(eventId)) {
				var line = Line.after(heads.getOrDefault(fact.stream(), Head.NONE), fact, eventId, now);
				heads.put(fact.stream(), new Head(line.sequence(), line.hash()));
				lines.add(line);
			}
		}
		if (!lines.isEmpty()) {
			write(lines, heads);
		}
	}

	private String eventId(Journaled fact) {
		return "ev_" + Seal.sha256(this.origin.tenant() + "\n" + fact.stream() + "\n" + fact.key()).substring(0, 32);
	}

	/** Answers the time at which the last head was ours. */
	private Instant lock(String[] streams, Map<String, Head> heads) {
		var times = this.database.sql("""
				insert into stream_head as head (stream, sequence, hash)
				select distinct stream collate "C", 0, :genesis from unnest(:streams::text[]) as named (stream)
				order by 1
				on conflict (stream) do update set sequence = head.sequence
				returning stream, sequence, hash, clock_timestamp() as at
				""").param("genesis", Seal.GENESIS).param("streams", streams).query((row, _) -> {
			heads.put(row.getString("stream"), new Head(row.getLong("sequence"), row.getString("hash")));
			return row.getObject("at", OffsetDateTime.class).toInstant();
		}).list();
		return Collections.max(times);
	}

	/**
	 * A statement of its own, because it has to see what was committed while the heads
	 * were waited for. A stream that begins now holds nothing that is known.
	 */
	private Set<String> known(String[] eventIds) {
		return new HashSet<>(this.database.sql("select event_id from entry where event_id = any(:ids::text[])")
			.param("ids", eventIds)
			.query(String.class)
			.list());
	}

	private void write(List<Line> lines, Map<String, Head> heads) {
		var streams = texts(lines, (line) -> line.fact().stream());
		this.database
			.sql("""
					with head as (
						insert into stream_head (stream, sequence, hash)
						select stream, sequence, hash
						from unnest(:heads::text[], :headSequences::bigint[], :headHashes::text[]) as now (stream, sequence, hash)
						on conflict (stream) do update set sequence = excluded.sequence, hash = excluded.hash
					), line as (
						select * from unnest(:streams::text[], :sequences::bigint[], :types::text[], :ids::text[], :actors::text[],
								:modes::text[], :data::text[], :words::text[], :previous::text[], :hashes::text[]) with ordinality
							as line (stream, sequence, type, event_id, actor, mode, data, words, previous, hash, number)
					), written as (
						insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
						select stream, sequence, type, event_id, :at::timestamptz, actor, mode, data::jsonb, previous, hash
						from line order by number
						returning position, event_id
					)
					insert into entry_words (position, words)
					select position, words::jsonb from written join line using (event_id) where words <> '{}'
					""")
			.param("heads", heads.keySet().toArray(String[]::new))
			.param("headSequences", heads.values().stream().map(Head::sequence).toArray(Long[]::new))
			.param("headHashes", heads.values().stream().map(Head::hash).toArray(String[]::new))
			.param("at", lines.getFirst().at().toString())
			.param("streams", streams)
			.param("sequences", lines.stream().map(Line::sequence).toArray(Long[]::new))
			.param("types", texts(lines, (line) -> line.fact().type()))
			.param("ids", texts(lines, Line::eventId))
			.param("actors", texts(lines, (line) -> line.fact().actor()))
			.param("modes", texts(lines, (line) -> line.fact().mode().word()))
			.param("data", texts(lines, (line) -> JSON.writeValueAsString(line.said().sealed())))
			.param("words", texts(lines, (line) -> JSON.writeValueAsString(line.said().words())))
			.param("previous", texts(lines, Line::previous))
			.param("hashes", texts(lines, Line::hash))
			.update();
	}

	private static <T> String[] texts(List<T> items, Function<T, String> text) {
		return items.stream().map(text).toArray(String[]::new);
	}

	private record Head(long sequence, String hash) {

		static final Head NONE = new Head(0, Seal.GENESIS);

		boolean isNew() {
			return this.sequence == 0;
		}

	}

	private record Line(Journaled fact, Said said, String eventId, long sequence, Instant at, String previous,
			String hash) {

		static Line after(Head head, Journaled fact, String eventId, Instant at) {
			var sequence = head.sequence() + 1;
			var said = Said.of(fact.data(), fact.words());
			var hash = Seal.of(fact.stream(), sequence, fact.type(), eventId, at, fact.actor(), fact.mode(),
					said.sealed(), head.hash());
			return new Line(fact, said, eventId, sequence, at, head.hash(), hash);
		}

	}

}
