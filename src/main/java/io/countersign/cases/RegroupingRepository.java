package io.countersign.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what regrouping changes, and how to undo it. */
@Repository
class RegroupingRepository {

	private final JdbcClient database;

	RegroupingRepository(JdbcClient database) {
		this.database = database;
	}

	void insert(Regrouping done) {
		this.database
			.sql("""
					insert into regrouping (id, kind, case_id, into_case, messages, asks, verdicts, tasks, state_before, person,
						done_at)
					values (:id, :kind, :case, :into, :messages, :asks, :verdicts, :tasks, :before, :person, :at)
					""")
			.param("id", done.id())
			.param("kind", done.kind().name())
			.param("case", done.caseId().value())
			.param("into", done.into().map(CaseId::value).orElse(null))
			.param("messages", done.messages().stream().map(MessageId::value).toArray(String[]::new))
			.param("asks", done.asks().stream().map(AskId::value).toArray(String[]::new))
			.param("verdicts", done.verdicts().toArray(String[]::new))
			.param("tasks", done.tasks().toArray(String[]::new))
			.param("before", done.before().name())
			.param("person", done.by().value())
			.param("at", CaseRepository.utc(done.at()))
			.update();
	}

	/** Answers false when it is undone already. */
	boolean undo(String id, Instant at) {
		return this.database.sql("update regrouping set undone_at = :at where id = :id and undone_at is null")
			.param("at", CaseRepository.utc(at))
			.param("id", id)
			.update() == 1;
	}

	Optional<Regrouping> find(String id) {
		return this.database.sql("select * from regrouping where id = :id and undone_at is null")
			.param("id", id)
			.query(RegroupingRepository::regrouping)
			.optional();
	}

	/** The last that concerns the case and stands. */
	Optional<Regrouping> last(CaseId id) {
		return this.database.sql("""
				select * from regrouping where (case_id = :case or into_case = :case) and undone_at is null
				order by done_at desc limit 1
				""").param("case", id.value()).query(RegroupingRepository::regrouping).optional();
	}

	/** The cases that have mails of this one by what stands, the last first. */
	List<CaseId> leftTo(CaseId id) {
		return this.database.sql("""
				select into_case from regrouping
				where case_id = :case and into_case is not null and undone_at is null
				group by into_case order by max(done_at) desc
				""").param("case", id.value()).query((row, _) -> new CaseId(row.getString("into_case"))).list();
	}

	/** Answers false when the message is not in the case. */
	boolean detach(CaseId id, MessageId message) {
		return this.database.sql("delete from case_message where case_id = :case and message = :message")
			.param("case", id.value())
			.param("message", message.value())
			.update() == 1;
	}

	/** Takes the files off a case that this message has brought; answers whether any. */
	boolean removeDocuments(CaseId id, MessageId message) {
		return this.database.sql("delete from case_document where case_id = :case and message = :message")
			.param("case", id.value())
			.param("message", message.value())
			.update() > 0;
	}

	List<AskId> withdrawAsks(CaseId id) {
		return this.database
			.sql("update ask set state = 'WITHDRAWN' where case_id = :case and state = 'OPEN' returning id")
			.param("case", id.value())
			.query((row, _) -> new AskId(row.getString("id")))
			.list();
	}

	/**
	 * What waits for an answer waits in the other case, about the same files as before.
	 * The newest there is as new as what is asked there already.
	 */
	List<AskId> moveAsks(CaseId from, CaseId into) {
		return this.database
			.sql("""
					update ask set case_id = :into, original_revision = revision, revision = revision - newest.here + newest.there
					from (select max(revision) filter (where case_id = :from) as here,
							coalesce(max(revision) filter (where case_id = :into), max(revision)) as there
						from ask where case_id in (:from, :into)) newest
					where case_id = :from and state = 'OPEN' returning id
					""")
			.param("from", from.value())
			.param("into", into.value())
			.query((row, _) -> new AskId(row.getString("id")))
			.list();
	}

	void returnAsks(Collection<AskId> asks, CaseId from, CaseId to) {
		this.database.sql("""
				update ask set case_id = :to, revision = coalesce(original_revision, revision), original_revision = null
				where id = any(:asks) and case_id = :from
				""")
			.param("asks", asks.stream().map(AskId::value).toArray(String[]::new))
			.param("from", from.value())
			.param("to", to.value())
			.update();
	}

	void reopenAsks(Collection<AskId> asks) {
		this.database.sql("update ask set state = 'OPEN' where id = any(:asks) and state = 'WITHDRAWN'")
			.param("asks", asks.stream().map(AskId::value).toArray(String[]::new))
			.update();
	}

	List<String> dropHeld(CaseId id, MessageId message) {
		return this.database.sql("""
				update verdict set state = 'SUPERSEDED'
				where case_id = :case and message = :message and state = 'HELD' returning id
				""")
			.param("case", id.value())
			.param("message", message.value())
			.query((row, _) -> row.getString("id"))
			.list();
	}

	void holdAgain(Collection<String> verdicts) {
		this.database.sql("update verdict set state = 'HELD' where id = any(:verdicts) and state = 'SUPERSEDED'")
			.param("verdicts", verdicts.toArray(String[]::new))
			.update();
	}

	List<String> moveTasks(CaseId from, CaseId into) {
		return this.database.sql("update task set case_id = :into where case_id = :from returning id")
			.param("from", from.value())
			.param("into", into.value())
			.query((row, _) -> row.getString("id"))
			.list();
	}

	void returnTasks(Collection<String> tasks, CaseId to) {
		this.database.sql("update task set case_id = :case where id = any(:tasks)")
			.param("case", to.value())
			.param("tasks", tasks.toArray(String[]::new))
			.update();
	}

	private static Regrouping regrouping(ResultSet row, int number) throws SQLException {
		return new Regrouping(row.getString("id"), Regrouping.Kind.valueOf(row.getString("kind")),
				new CaseId(row.getString("case_id")), Optional.ofNullable(row.getString("into_case")).map(CaseId::new),
				texts(row, "messages").stream().map(MessageId::new).toList(),
				texts(row, "asks").stream().map(AskId::new).toList(), texts(row, "verdicts"), texts(row, "tasks"),
				CaseState.valueOf(row.getString("state_before")), new PersonId(row.getString("person")),
				row.getObject("done_at", OffsetDateTime.class).toInstant());
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

}
