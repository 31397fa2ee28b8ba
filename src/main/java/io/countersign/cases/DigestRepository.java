package io.countersign.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DigestRepository {

	private final JdbcClient database;

	DigestRepository(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Answers false when that person has one of that day. The cases are named in the
	 * order in which an answer locks them.
	 */
	boolean add(Digest digest) {
		var isNew = this.database.sql("""
				insert into digest (id, person, day, internet_message_id, ends_at)
				values (:id, :person, :day, :name, :ends)
				on conflict do nothing
				""")
			.param("id", digest.id())
			.param("person", digest.person().value())
			.param("day", digest.day())
			.param("name", digest.internetMessageId())
			.param("ends", digest.endsAt().atOffset(ZoneOffset.UTC))
			.update() == 1;
		if (isNew) {
			digest.entries()
				.stream()
				.sorted(Comparator.comparing((entry) -> entry.caseId().value()))
				.forEach((entry) -> add(digest.id(), entry));
		}
		return isNew;
	}

	private void add(String digest, Digest.Entry entry) {
		this.database.sql("""
				insert into digest_entry (digest, number, case_id, ask, revision, documents, text_sha256)
				values (:digest, :number, :case, :ask, :revision, :documents, :text)
				""")
			.param("digest", digest)
			.param("number", entry.number())
			.param("case", entry.caseId().value())
			.param("ask", entry.ask().value())
			.param("revision", entry.revision())
			.param("documents", entry.documents().stream().map(DocumentId::sha256).toArray(String[]::new))
			.param("text", entry.textSha256())
			.update();
	}

	/** Held until the transaction ends. */
	Optional<Digest> lock(String internetMessageId) {
		return this.database.sql("select * from digest where internet_message_id = :name for update")
			.param("name", internetMessageId)
			.query((row, _) -> new Digest(row.getString("id"), new EmailAddress(row.getString("person")),
					row.getObject("day", LocalDate.class), row.getString("internet_message_id"),
					row.getObject("ends_at", OffsetDateTime.class).toInstant(), List.of()))
			.optional()
			.map((digest) -> new Digest(digest.id(), digest.person(), digest.day(), digest.internetMessageId(),
					digest.endsAt(), entries(digest.id())));
	}

	private List<Digest.Entry> entries(String digest) {
		return this.database.sql("select * from digest_entry where digest = :digest order by number")
			.param("digest", digest)
			.query(DigestRepository::entry)
			.list();
	}

	Optional<LocalDate> dayOf(String internetMessageId) {
		return this.database.sql("select day from digest where internet_message_id = :name")
			.param("name", internetMessageId)
			.query(LocalDate.class)
			.optional();
	}

	boolean use(String digest, int number, MessageId message) {
		return this.database.sql("""
				update digest_entry set answered_by = :message
				where digest = :digest and number = :number and (answered_by is null or answered_by = :message)
				""").param("digest", digest).param("number", number).param("message", message.value()).update() == 1;
	}

	boolean isHeld(MessageId message) {
		return this.database.sql("select exists (select from verdict where message = :message and state = 'HELD')")
			.param("message", message.value())
			.query(Boolean.class)
			.single();
	}

	private static Digest.Entry entry(ResultSet row, int number) throws SQLException {
		return new Digest.Entry(row.getInt("number"), new CaseId(row.getString("case_id")),
				new AskId(row.getString("ask")), row.getInt("revision"),
				Stream.of((String[]) row.getArray("documents").getArray()).map(DocumentId::new).toList(),
				row.getString("text_sha256"), Optional.ofNullable(row.getString("answered_by")).map(MessageId::new));
	}

}
