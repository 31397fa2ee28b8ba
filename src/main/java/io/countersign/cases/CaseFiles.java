package io.countersign.cases;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the files of cases. */
@Repository
class CaseFiles {

	private final JdbcClient database;

	CaseFiles(JdbcClient database) {
		this.database = database;
	}

	List<CaseDocument> documents(CaseId id) {
		return of(id).stream().filter((file) -> !file.isCopy()).toList();
	}

	/**
	 * What messages have brought, and copies of what they point to. Those whose chain has
	 * not been worked out yet are versions by their names.
	 */
	List<CaseDocument> of(CaseId id) {
		return this.database.sql("""
				with sent as (
					select f.document, array_agg(j.message order by m.received_at, j.message) as messages
					from case_message j join message m on m.id = j.message join message_file f on f.message = j.message
					where j.case_id = :id group by f.document
				)
				select d.*, coalesce(d.chain, -dense_rank() over (order by d.name)) as place, l.person, l.said_at,
					coalesce(sent.messages, array[d.message]) as messages
				from case_document d left join document_link l using (case_id, sha256, name)
					left join sent on sent.document = decode(d.sha256, 'hex')
				where d.case_id = :id order by d.name, d.version
				""").param("id", id.value()).query(CaseFiles::document).list();
	}

	private static CaseDocument document(ResultSet row, int number) throws SQLException {
		return new CaseDocument(new DocumentId(row.getString("sha256")), row.getString("name"),
				row.getString("media_type"), row.getLong("size"), new MessageId(row.getString("message")),
				row.getInt("place"), row.getInt("version"), link(row), sentIn(row),
				Optional.ofNullable(row.getString("address")).map(URI::create));
	}

	private static List<MessageId> sentIn(ResultSet row) throws SQLException {
		return Stream.of((String[]) row.getArray("messages").getArray()).map(MessageId::new).toList();
	}

	private static Optional<VersionLink> link(ResultSet row) throws SQLException {
		var sha256 = row.getString("previous_sha256");
		var name = row.getString("previous_name");
		var previous = (sha256 != null && name != null)
				? Optional.of(new VersionedFile.Key(new DocumentId(sha256), name))
				: Optional.<VersionedFile.Key>empty();
		var by = Optional.ofNullable(row.getString("person")).map(PersonId::new);
		var at = Optional.ofNullable(row.getObject("said_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
		return (previous.isEmpty() && by.isEmpty()) ? Optional.empty()
				: Optional.of(new VersionLink(previous, row.getString("link_reason"), by, at));
	}

}
