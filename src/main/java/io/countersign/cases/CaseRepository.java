package io.countersign.cases;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.countersign.documents.CloudCopy;
import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes cases. The row of the case is locked before anything of it is changed. */
@Repository
class CaseRepository {

	static final JsonMapper JSON = new JsonMapper();

	private static final int THREAD_ROOT = 29;

	private static final String CAME_AT = "coalesce((select received_at from message where id = :message), now())";

	private final JdbcClient database;

	private final Messages messages;

	CaseRepository(JdbcClient database, Messages messages) {
		this.database = database;
		this.messages = messages;
	}

	/** The case this message opened, if it has opened one. */
	Optional<CaseId> openedBy(MessageId message) {
		return this.database.sql("select id from case_file where opened_by = :message")
			.param("message", message.value())
			.query(String.class)
			.optional()
			.map(CaseId::new);
	}

	/** Answers false when its message has opened one before. */
	boolean insert(CaseId id, CaseNumber number, NewCase opened, @Nullable EmailAddress holder) {
		return insert(id, number, opened.title(), opened.type(), opened.language(), holder, opened.due(),
				opened.opening().id(), opened.mode(), opened.at());
	}

	/** Answers false when it was ordered before. */
	boolean insert(CaseId id, CaseNumber number, PageOrder order, String type) {
		return insert(id, number, order.title(), type, order.language(), order.assignee().address(), order.due(),
				order.name(), Mode.LIVE, order.at());
	}

	private boolean insert(CaseId id, CaseNumber number, String title, String type, String language,
			@Nullable EmailAddress holder, Optional<Due> due, MessageId openedBy, Mode mode, Instant at) {
		return this.database.sql("""
				insert into case_file (id, number, title, type, language, state, holder, holder_since, deadline_at,
					deadline_certain, deadline_zone, opened_by, mode, opened_at, changed_at)
				values (:id, :number, :title, :type, :language, 'WAITING', :holder, :at, :deadline, :certain, :zone,
					:openedBy, :mode, :at, :at)
				on conflict do nothing
				""")
			.param("id", id.value())
			.param("number", number.value())
			.param("title", title)
			.param("type", type)
			.param("language", language)
			.param("holder", (holder != null) ? holder.value() : null)
			.param("at", utc(at))
			.param("deadline", due.map((one) -> utc(one.at())).orElse(null))
			.param("certain", due.map(Due::certain).orElse(false))
			.param("zone", due.map((one) -> one.zone().getId()).orElse(null))
			.param("openedBy", openedBy.value())
			.param("mode", mode.name())
			.update() == 1;
	}

	/**
	 * Locks the case for the rest of the transaction: who changes it changes it alone.
	 */
	Locked lock(CaseId id) {
		return this.database.sql("""
				select number, state, holder, mode, version from case_file where id = :id for update
				""")
			.param("id", id.value())
			.query((row, _) -> new Locked(id, new CaseNumber(row.getString("number")),
					CaseState.valueOf(row.getString("state")),
					Optional.ofNullable(row.getString("holder")).map(EmailAddress::new), this.messages.mode(),
					Mode.valueOf(row.getString("mode")), row.getInt("version")))
			.optional()
			.orElseThrow(() -> new CaseNotFound(id.value()));
	}

	/** Whoever has it now reads it before it is decided. */
	void check(CaseId id) {
		this.database.sql("update case_file set checking = true where id = :id").param("id", id.value()).update();
	}

	/** A case that waits has no outcome. */
	void change(Locked before, CaseState state, Optional<EmailAddress> holder, Optional<Outcome> outcome, Instant at) {
		this.database.sql("""
				update case_file set state = :state, holder = :holder,
					outcome = case when :state = 'WAITING' then null else coalesce(:outcome, outcome) end,
					checking = checking and holder is not distinct from :holder,
					holder_since = case when holder is distinct from :holder then :at else holder_since end,
					changed_at = :at, version = version + 1
				where id = :id
				""")
			.param("state", state.name())
			.param("holder", holder.map(EmailAddress::value).orElse(null))
			.param("outcome", outcome.map(Outcome::name).orElse(null))
			.param("at", utc(at))
			.param("id", before.id().value())
			.update();
	}

	/** Answers those who are new to the case; a role once given is kept. */
	List<Participant> addParticipants(CaseId id, List<Participant> people) {
		if (people.isEmpty()) {
			return people;
		}
		var added = new HashSet<>(this.database.sql("""
				insert into participant (case_id, address, name, role, position)
				select :case, address, name, role, there + row_number() over (order by number) - 1
				from unnest(:addresses, :names, :roles) with ordinality as person (address, name, role, number),
					(select count(*) as there from participant where case_id = :case)
				where not exists (
					select 1 from participant known where known.case_id = :case and known.address = person.address
				)
				on conflict do nothing
				returning address
				""")
			.param("case", id.value())
			.param("addresses", texts(people, (one) -> one.address().value()))
			.param("names", texts(people, Participant::name))
			.param("roles", texts(people, (one) -> one.role().name()))
			.query(String.class)
			.list());
		return people.stream().filter((one) -> added.remove(one.address().value())).toList();
	}

	private static String[] texts(List<Participant> people, Function<Participant, String> text) {
		return people.stream().map(text).toArray(String[]::new);
	}

	boolean addMessage(CaseId id, Message message, String reason) {
		return this.database.sql("""
				insert into case_message (message, case_id, internet_message_id, thread_root, reason)
				values (:message, :case, :internetMessageId, :thread, :reason)
				on conflict do nothing
				""")
			.param("message", message.id().value())
			.param("case", id.value())
			.param("internetMessageId", message.internetMessageId().orElse(null))
			.param("thread", message.threading().threadIndex().flatMap(CaseRepository::threadRoot).orElse(null))
			.param("reason", reason)
			.update() == 1;
	}

	void addAnswer(CaseId id, String internetMessageId) {
		this.database.sql("""
				insert into case_answer (internet_message_id, case_id) values (:named, :case) on conflict do nothing
				""").param("named", internetMessageId).param("case", id.value()).update();
	}

	/**
	 * The version the file has now, or nothing when exactly it was there already. What
	 * was a copy of something in the cloud before has been sent now.
	 */
	Optional<Integer> addDocument(CaseId id, DocumentId document, String name, String mediaType, long size,
			MessageId message) {
		return this.database
			.sql("""
					insert into case_document as known (case_id, sha256, name, media_type, size, message, version, came_at)
					select :case, :sha256, :name, :type, :size, :message, coalesce(max(version), 0) + 1, %s
					from case_document where case_id = :case and name = :name
					on conflict (case_id, sha256, name) do update set message = excluded.message, media_type = excluded.media_type,
						address = null, came_at = excluded.came_at
					where known.address is not null
					returning version
					"""
				.formatted(CAME_AT))
			.param("case", id.value())
			.param("sha256", document.sha256())
			.param("name", name)
			.param("type", mediaType)
			.param("size", size)
			.param("message", message.value())
			.query(Integer.class)
			.optional();
	}

	/** Answers false when exactly this file was there already. */
	boolean addCopy(CaseId id, CloudCopy copy, URI address, MessageId message) {
		return this.database.sql("""
				insert into case_document (case_id, sha256, name, media_type, size, message, version, came_at, address)
				select :case, :sha256, :name, :type, :size, :message, coalesce(max(version), 0) + 1, %s, :address
				from case_document where case_id = :case and name = :name
				on conflict do nothing
				""".formatted(CAME_AT))
			.param("case", id.value())
			.param("sha256", copy.file().sha256())
			.param("name", copy.name())
			.param("type", copy.mediaType())
			.param("size", copy.size())
			.param("message", message.value())
			.param("address", address.toString())
			.update() == 1;
	}

	boolean addAsk(Ask ask) {
		return this.database.sql("""
				insert into ask (id, case_id, message, internet_message_id, approver, revision, documents, text_sha256,
					state, asked_at)
				values (:id, :case, :message, :internetMessageId, :approver, :revision, :documents, :text, 'OPEN', :at)
				on conflict do nothing
				""")
			.param("id", ask.id().value())
			.param("case", ask.caseId().value())
			.param("message", ask.message().value())
			.param("internetMessageId", ask.internetMessageId().orElse(null))
			.param("approver", ask.approver().value())
			.param("revision", ask.revision())
			.param("documents", ask.documents().stream().map(DocumentId::sha256).toArray(String[]::new))
			.param("text", ask.textSha256())
			.param("at", utc(ask.askedAt()))
			.update() == 1;
	}

	/**
	 * The first 22 bytes, in base64, which all mails of a thread share (MS-OXOMSG
	 * 2.2.1.3); nothing when it is too short to tell threads apart.
	 */
	static Optional<String> threadRoot(String threadIndex) {
		var index = threadIndex.replaceAll("\\s", "");
		return (index.length() < THREAD_ROOT) ? Optional.empty() : Optional.of(index.substring(0, THREAD_ROOT));
	}

	/** Whoever takes his final word back is asked again. */
	void answer(AskId ask, boolean isFinal) {
		this.database.sql("update ask set state = :state where id = :id")
			.param("state", (isFinal ? Ask.State.ANSWERED : Ask.State.OPEN).name())
			.param("id", ask.value())
			.update();
	}

	void addTask(CaseId id, Task task) {
		this.database.sql("""
				insert into task (id, case_id, assignee, description, due_at, due_certain, state)
				values (:id, :case, :assignee, :description, :due, :certain, 'OPEN')
				on conflict do nothing
				""")
			.param("id", task.id())
			.param("case", id.value())
			.param("assignee", task.assignee().value())
			.param("description", task.description())
			.param("due", task.due().map((due) -> utc(due.at())).orElse(null))
			.param("certain", task.due().map(Due::certain).orElse(false))
			.update();
	}

	/** What is not asked any more can be answered no more. */
	void withdraw(AskId ask) {
		this.database.sql("update ask set state = 'WITHDRAWN' where id = :id and state = 'OPEN'")
			.param("id", ask.value())
			.update();
	}

	static OffsetDateTime utc(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	/**
	 * A case that nobody else can change until this transaction ends.
	 *
	 * @param mode whether what happens to it now is news
	 * @param opened whether it was news that it was opened
	 */
	record Locked(CaseId id, CaseNumber number, CaseState state, Optional<EmailAddress> holder, Mode mode, Mode opened,
			int version) {
	}

	static List<DocumentId> documents(String[] hashes) {
		return List.of(hashes).stream().map(DocumentId::new).toList();
	}

}
