package io.countersign.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes verdicts, with the row of their case locked. */
@Repository
class VerdictRepository {

	private final JdbcClient database;

	VerdictRepository(JdbcClient database) {
		this.database = database;
	}

	/** Answers false when this reply or this key has left a verdict before. */
	boolean add(CaseId id, Verdict verdict, @Nullable String idempotencyKey) {
		var decision = verdict.decision();
		return this.database
			.sql("""
					insert into verdict (id, case_id, ask, message, idempotency_key, outcome, state, decided_for, acted_by,
						decided_at, recorded_at, supersedes, decision)
					values (:id, :case, :ask, :message, :key, :outcome, :state, :decidedFor, :actedBy, :decidedAt, :recordedAt,
						:supersedes, :decision::jsonb)
					on conflict do nothing
					""")
			.param("id", verdict.id())
			.param("case", id.value())
			.param("ask", decision.ask().value())
			.param("message", decision.message().map(MessageId::value).orElse(null))
			.param("key", idempotencyKey)
			.param("outcome", decision.outcome().name())
			.param("state", verdict.state().name())
			.param("decidedFor", decision.decidedFor().value())
			.param("actedBy", decision.actedBy().value())
			.param("decidedAt", CaseRepository.utc(decision.decidedAt()))
			.param("recordedAt", CaseRepository.utc(verdict.recordedAt()))
			.param("supersedes", verdict.supersedes().orElse(null))
			.param("decision", CaseRepository.JSON.writeValueAsString(decision))
			.update() == 1;
	}

	/**
	 * A held verdict counts, with the proof it has now. Answers false when it is not
	 * held.
	 */
	boolean confirm(Verdict confirmed) {
		return this.database
			.sql("""
					update verdict set state = 'ACTIVE', outcome = :outcome, recorded_at = :recordedAt, supersedes = :supersedes,
						decision = :decision::jsonb
					where id = :id and state = 'HELD'
					""")
			.param("outcome", confirmed.decision().outcome().name())
			.param("recordedAt", CaseRepository.utc(confirmed.recordedAt()))
			.param("supersedes", confirmed.supersedes().orElse(null))
			.param("decision", CaseRepository.JSON.writeValueAsString(confirmed.decision()))
			.param("id", confirmed.id())
			.update() == 1;
	}

	/** Answers false when the verdict is not held. */
	boolean drop(CaseId id, String verdict) {
		return this.database
			.sql("update verdict set state = 'SUPERSEDED' where id = :id and case_id = :case and state = 'HELD'")
			.param("id", verdict)
			.param("case", id.value())
			.update() == 1;
	}

	/** What was held of the same person's earlier answers waits for nobody any more. */
	List<String> replaceHeld(Verdict given) {
		return this.database.sql("""
				update verdict set state = 'SUPERSEDED'
				where decided_for = :decidedFor and state = 'HELD' and decided_at <= :decidedAt
					and ask in (select held.id from ask given join ask held on held.case_id = given.case_id
						where given.id = :ask and (held.id = given.id or held.revision < given.revision))
				returning id
				""")
			.param("ask", given.decision().ask().value())
			.param("decidedFor", given.decision().decidedFor().value())
			.param("decidedAt", CaseRepository.utc(given.decision().decidedAt()))
			.query((row, _) -> row.getString("id"))
			.list();
	}

	/** Answers false when it is known already, or there is no such verdict. */
	boolean changeSource(CaseId id, String verdict, SourceChange change) {
		return this.database.sql("""
				update verdict set source_change = :kind, source_changed_by = :message, source_changed_at = :at
				where id = :id and case_id = :case and source_changed_by is distinct from :message
				""")
			.param("kind", change.kind().name())
			.param("message", change.message().value())
			.param("at", CaseRepository.utc(change.at()))
			.param("id", verdict)
			.param("case", id.value())
			.update() == 1;
	}

	void supersede(String verdict) {
		this.database.sql("update verdict set state = 'SUPERSEDED' where id = :id").param("id", verdict).update();
	}

}
