package io.countersign.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cases, whole or as rows. */
@Repository
class CaseReader {

	private static final ZoneId UTC = ZoneId.of("UTC");

	private final JdbcClient database;

	private final CaseFiles files;

	CaseReader(JdbcClient database, CaseFiles files) {
		this.database = database;
		this.files = files;
	}

	Optional<CaseView> find(CaseId id) {
		return this.database.sql("select * from case_file where id = :id")
			.param("id", id.value())
			.query((row, _) -> view(id, row))
			.optional();
	}

	List<CaseSummary> list(@Nullable CaseState state, @Nullable EmailAddress holder, @Nullable String words,
			@Nullable String afterNumber, int limit, Map<String, Object> rights) {
		return this.database.sql("""
				select c.*, r.address as requester,
					exists (select 1 from verdict v where v.case_id = c.id and v.state = 'HELD') as held
				from case_file c left join participant r on r.case_id = c.id and r.role = 'REQUESTER'
				where (:state::text is null or c.state = :state) and (:holder::text is null or c.holder = :holder)
					and (:words::text is null or strpos(lower(c.title || ' ' || c.number), lower(:words)) > 0)
					and (:after::text is null or c.number < :after) and %s
				order by c.number desc limit :limit
				""".formatted(CaseRights.SEEN))
			.params(rights)
			.param("state", (state != null) ? state.name() : null)
			.param("holder", (holder != null) ? holder.value() : null)
			.param("words", words)
			.param("after", afterNumber)
			.param("limit", limit)
			.query(CaseReader::summary)
			.list();
	}

	List<CaseId> ofMessages(Collection<MessageId> messages) {
		return this.database.sql("select distinct case_id from case_message where message = any(:messages)")
			.param("messages", messages.stream().map(MessageId::value).toArray(String[]::new))
			.query((row, _) -> new CaseId(row.getString("case_id")))
			.list();
	}

	List<Ask> asksNamed(Collection<String> ids) {
		return this.database.sql("""
				select ask.* from unnest(:ids) with ordinality as named (id, position)
				join ask on ask.internet_message_id = named.id
				order by named.position, ask.revision desc, ask.id
				""").param("ids", ids.toArray(String[]::new)).query(CaseReader::ask).list();
	}

	/** Where somebody is asked by one of these people. */
	List<CaseId> waitingFor(EmailAddress approver, Collection<EmailAddress> requesters) {
		return this.database
			.sql("""
					select distinct a.case_id from ask a join participant p on p.case_id = a.case_id and p.role = 'REQUESTER'
					where a.approver = :approver and a.state = 'OPEN' and p.address = any(:requesters)
					order by a.case_id
					""")
			.param("approver", approver.value())
			.param("requesters", requesters.stream().map(EmailAddress::value).toArray(String[]::new))
			.query((row, _) -> new CaseId(row.getString("case_id")))
			.list();
	}

	/** Those that have come over with another case. */
	Set<AskId> mergedAsks(CaseId id) {
		return this.database.sql("select id from ask where case_id = :case and original_revision is not null")
			.param("case", id.value())
			.query((row, _) -> new AskId(row.getString("id")))
			.set();
	}

	Set<String> holding(Collection<String> ids) {
		return this.database.sql("""
				select internet_message_id from case_message where internet_message_id = any(:ids)
				union
				select internet_message_id from case_answer where internet_message_id = any(:ids)
				""")
			.param("ids", ids.toArray(String[]::new))
			.query((row, _) -> row.getString("internet_message_id"))
			.set();
	}

	List<Ask> asks(CaseId id) {
		return this.database.sql("select * from ask where case_id = :id order by revision, asked_at, approver")
			.param("id", id.value())
			.query(CaseReader::ask)
			.list();
	}

	List<Verdict> verdicts(CaseId id) {
		return this.database.sql("select * from verdict where case_id = :id order by recorded_at, id")
			.param("id", id.value())
			.query(CaseReader::verdict)
			.list();
	}

	Optional<Verdict> byIdempotencyKey(String key) {
		return this.database.sql("select * from verdict where idempotency_key = :key")
			.param("key", key)
			.query(CaseReader::verdict)
			.optional();
	}

	List<Participant> participants(CaseId id) {
		return this.database.sql("select address, name, role from participant where case_id = :id order by position")
			.param("id", id.value())
			.query((row, _) -> new Participant(new EmailAddress(row.getString("address")), row.getString("name"),
					Role.valueOf(row.getString("role"))))
			.list();
	}

	private CaseView view(CaseId id, ResultSet row) throws SQLException {
		var files = this.files.of(id).stream().collect(Collectors.partitioningBy(CaseDocument::isCopy));
		return new CaseView(id, new CaseNumber(row.getString("number")), row.getString("title"), row.getString("type"),
				row.getString("language"), CaseState.valueOf(row.getString("state")), address(row, "holder"),
				instant(row, "holder_since"),
				due(row, "deadline_at", "deadline_certain", row.getString("deadline_zone")),
				Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf), instant(row, "opened_at"),
				instant(row, "changed_at"), row.getInt("version"), new MessageId(row.getString("opened_by")),
				participants(id), asks(id), verdicts(id), tasks(id), files.getOrDefault(false, List.of()),
				files.getOrDefault(true, List.of()), messages(id));
	}

	private List<Task> tasks(CaseId id) {
		return this.database.sql("""
				select t.*, c.deadline_zone from task t join case_file c on c.id = t.case_id
				where t.case_id = :id order by t.id
				""")
			.param("id", id.value())
			.query((row, _) -> new Task(row.getString("id"), new EmailAddress(row.getString("assignee")),
					row.getString("description"), due(row, "due_at", "due_certain", row.getString("deadline_zone")),
					Task.State.valueOf(row.getString("state"))))
			.list();
	}

	List<CaseView.JoinedMessage> messages(CaseId id) {
		return this.database.sql("""
				select j.message, j.reason, j.joined_at from case_message j join message m on m.id = j.message
				where j.case_id = :id order by m.received_at, j.message
				""")
			.param("id", id.value())
			.query((row, _) -> new CaseView.JoinedMessage(new MessageId(row.getString("message")),
					row.getString("reason"), instant(row, "joined_at")))
			.list();
	}

	private static CaseSummary summary(ResultSet row, int number) throws SQLException {
		return new CaseSummary(new CaseId(row.getString("id")), new CaseNumber(row.getString("number")),
				row.getString("title"), row.getString("type"), CaseState.valueOf(row.getString("state")),
				address(row, "holder"), instant(row, "holder_since"),
				due(row, "deadline_at", "deadline_certain", row.getString("deadline_zone")),
				Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf), address(row, "requester"),
				instant(row, "opened_at"), instant(row, "changed_at"), row.getBoolean("held"));
	}

	private static Ask ask(ResultSet row, int number) throws SQLException {
		return new Ask(new AskId(row.getString("id")), new CaseId(row.getString("case_id")),
				new MessageId(row.getString("message")), Optional.ofNullable(row.getString("internet_message_id")),
				new EmailAddress(row.getString("approver")), row.getInt("revision"),
				CaseRepository.documents((String[]) row.getArray("documents").getArray()), row.getString("text_sha256"),
				Ask.State.valueOf(row.getString("state")), instant(row, "asked_at"));
	}

	static Verdict verdict(ResultSet row, int number) throws SQLException {
		return new Verdict(row.getString("id"), Verdict.State.valueOf(row.getString("state")),
				CaseRepository.JSON.readValue(row.getString("decision"), Decision.class), instant(row, "recorded_at"),
				Optional.ofNullable(row.getString("supersedes")), sourceChange(row));
	}

	private static Optional<SourceChange> sourceChange(ResultSet row) throws SQLException {
		var kind = row.getString("source_change");
		return (kind == null) ? Optional.empty() : Optional.of(new SourceChange(SourceChange.Kind.valueOf(kind),
				new MessageId(row.getString("source_changed_by")), instant(row, "source_changed_at")));
	}

	private static Optional<Due> due(ResultSet row, String at, String certain, @Nullable String zone)
			throws SQLException {
		var moment = row.getObject(at, OffsetDateTime.class);
		return (moment == null) ? Optional.empty() : Optional
			.of(new Due(moment.toInstant(), row.getBoolean(certain), (zone != null) ? ZoneId.of(zone) : UTC));
	}

	private static Optional<EmailAddress> address(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).map(EmailAddress::new);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
