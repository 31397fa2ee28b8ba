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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verdicts that count or are held, as they are kept, for whoever only reads them. */
@Component
public class VerdictArchive {

	private static final String RECORDED = "verdict.recorded";

	private static final List<String> NAME = List.of("verdict", "id");

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
		var recorded = recorded(rows);
		var purged = this.journal.streamsWith(PURGED, rows.stream().map(Row::stream).toList());
		return rows.stream().map((row) -> row.kept(recorded, purged.contains(row.stream()))).toList();
	}

	private Map<String, Map<?, ?>> recorded(List<Row> rows) {
		var recorded = new HashMap<String, Map<?, ?>>();
		var names = rows.stream().map((row) -> row.verdict().id()).toList();
		for (var entry : this.journal.find(RECORDED, NAME, names)) {
			if (entry.data().get("verdict") instanceof Map<?, ?> verdict) {
				recorded.put(String.valueOf(verdict.get("id")), verdict);
			}
		}
		return recorded;
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		var verdict = CaseReader.verdict(row, number);
		var decision = verdict.decision();
		var agrees = row.getString("ask").equals(decision.ask().value())
				&& row.getString("outcome").equals(decision.outcome().name())
				&& row.getString("decided_for").equals(decision.decidedFor().value())
				&& row.getString("acted_by").equals(decision.actedBy().value())
				&& Optional.ofNullable(row.getString("message")).equals(decision.message().map(MessageId::value))
				&& isSame(decision.decidedAt(), row.getObject("decided_at", OffsetDateTime.class).toInstant());
		return new Row(verdict, "case/" + row.getString("case_id"), agrees);
	}

	/** The column has microseconds. */
	private static boolean isSame(Instant said, Instant column) {
		return Duration.between(said, column).abs().compareTo(Duration.ofMillis(1)) < 0;
	}

	/**
	 * @param fault what does not fit it in its own row or in the journal, in a sentence
	 */
	public record Kept(Verdict verdict, Optional<String> fault) {
	}

	private record Row(Verdict verdict, String stream, boolean agrees) {

		Kept kept(Map<String, Map<?, ?>> recorded, boolean isPurged) {
			return new Kept(this.verdict, fault(recorded.get(this.verdict.id()), isPurged));
		}

		private Optional<String> fault(@Nullable Map<?, ?> recorded, boolean isPurged) {
			if (!this.agrees) {
				return Optional.of("Its row does not say the same twice.");
			}
			if (!this.verdict.counts()) {
				return Optional.empty();
			}
			if (recorded == null) {
				return Optional.of("It counts, and the journal does not know of it.");
			}
			return VerdictData.ofDecision(this.verdict.decision())
				.entrySet()
				.stream()
				.filter((one) -> !(isPurged && one.getKey().equals(FORGOTTEN)))
				.filter((one) -> !one.getValue().equals(recorded.get(one.getKey())))
				.findFirst()
				.map((one) -> "The journal has another %s of it.".formatted(one.getKey().replace('_', ' ')));
		}

	}

}
