package io.countersign.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.intake.MessageId;
import io.countersign.journal.JournalArchive;
import tools.jackson.core.JacksonException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verdicts that count or are held, as they are kept, for whoever only reads them. */
@Component
public class VerdictArchive {

	private static final String RECORDED = "verdict.recorded";

	private static final String HELD = "verdict.held";

	private static final String PURGED = "case.purged";

	/** What a purge takes from a row (DP-3). */
	private static final String FORGOTTEN = "conditions";

	private final JdbcClient database;

	private final JournalArchive journal;

	VerdictArchive(JdbcClient database, JournalArchive journal) {
		this.database = database;
		this.journal = journal;
	}

	/** Those behind one, in the order of their names. */
	public List<Kept> after(String verdict, int limit) {
		var rows = this.database.sql("""
				select * from verdict where id > :after and state in ('ACTIVE', 'HELD') order by id limit :limit
				""").param("after", verdict).param("limit", limit).query(VerdictArchive::row).list();
		var names = rows.stream().map(Row::id).toList();
		var told = new HashMap<String, Map<?, ?>>();
		this.journal.find(HELD, List.of("verdict"), names)
			.forEach((entry) -> told.put(String.valueOf(entry.data().get("verdict")), entry.data()));
		this.journal.find(RECORDED, List.of("verdict", "id"), names).forEach((entry) -> {
			if (entry.data().get("verdict") instanceof Map<?, ?> recorded) {
				told.put(String.valueOf(recorded.get("id")), recorded);
			}
		});
		var purged = this.journal.streamsWith(PURGED, rows.stream().map(Row::stream).toList());
		return rows.stream().map((row) -> row.kept(told, purged.contains(row.stream()))).toList();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		var stream = "case/" + row.getString("case_id");
		try {
			var verdict = CaseReader.verdict(row, number);
			return new Row(verdict.id(), stream, Optional.of(verdict), agrees(row, verdict.decision()));
		}
		catch (JacksonException | IllegalArgumentException _) {
			return new Row(row.getString("id"), stream, Optional.empty(), false);
		}
	}

	private static boolean agrees(ResultSet row, Decision decision) throws SQLException {
		return row.getString("ask").equals(decision.ask().value())
				&& row.getString("outcome").equals(decision.outcome().name())
				&& row.getString("decided_for").equals(decision.decidedFor().value())
				&& row.getString("acted_by").equals(decision.actedBy().value())
				&& Optional.ofNullable(row.getString("message")).equals(decision.message().map(MessageId::value))
				&& isSame(decision.decidedAt(), row.getObject("decided_at", OffsetDateTime.class).toInstant());
	}

	/** The column has microseconds. */
	private static boolean isSame(Instant said, Instant column) {
		return Duration.between(said, column).abs().compareTo(Duration.ofMillis(1)) < 0;
	}

	/**
	 * @param decision nothing where its row cannot be read
	 * @param fault what does not fit it in its own row or in the journal, in a sentence
	 * @param judgement the SHA-256 that the journal has of what was judged of its
	 * message, in hex; empty where it was taken from none, or kept before the journal had
	 * it
	 */
	public record Kept(String verdict, Optional<Decision> decision, Optional<String> fault,
			Optional<String> judgement) {
	}

	/** The verdict is nothing where its row cannot be read. */
	private record Row(String id, String stream, Optional<Verdict> verdict, boolean agrees) {

		Kept kept(Map<String, Map<?, ?>> told, boolean isPurged) {
			var own = told.get(this.id);
			return new Kept(this.id, this.verdict.map(Verdict::decision),
					this.verdict.map((one) -> fault(one, own, isPurged))
						.orElseGet(() -> Optional.of("Its row cannot be read.")),
					judgement(own));
		}

		private static Optional<String> judgement(@Nullable Map<?, ?> told) {
			return (told != null && told.get(VerdictData.BASIS) instanceof Map<?, ?> basis
					&& basis.get("judgement") instanceof String hash)
							? Optional.of(hash.substring(hash.indexOf(':') + 1)) : Optional.empty();
		}

		private Optional<String> fault(Verdict one, @Nullable Map<?, ?> told, boolean isPurged) {
			if (!this.agrees) {
				return Optional.of("Its row does not say the same twice.");
			}
			if (told == null || (one.counts() && !told.containsKey("id"))) {
				return Optional.of(one.counts() ? "It counts, and the journal does not know of it."
						: "It is held, and the journal does not know of it.");
			}
			if (!one.counts()) {
				return told.containsKey("id") ? Optional.of("It is held, and the journal has it as one that counts.")
						: Optional.empty();
			}
			return VerdictData.ofDecision(one.decision())
				.entrySet()
				.stream()
				.filter((part) -> !(isPurged && part.getKey().equals(FORGOTTEN)))
				.filter((part) -> !part.getValue().equals(told.get(part.getKey())))
				.findFirst()
				.map((part) -> "The journal has another %s of it.".formatted(part.getKey().replace('_', ' ')));
		}

	}

}
