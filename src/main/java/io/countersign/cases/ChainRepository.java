package io.countersign.cases;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.Brought;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Named;
import io.countersign.documents.VersionChains.Place;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which file of a case is a version of which, worked out or said. */
@Repository
class ChainRepository {

	private static final String DUE = """
			insert into case_chain (id, due_at) %s
			on conflict (id) do update set due_at = excluded.due_at, attempts = case_chain.attempts + 1,
				returns = case_chain.returns + 1
			""";

	private final JdbcClient database;

	private final JdbcTemplate batches;

	ChainRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
		this.batches = database;
	}

	/**
	 * A file of a case and where it stands now.
	 *
	 * @param placed whether that has been worked out before
	 */
	record Row(VersionedFile.Key file, String mediaType, MessageId message, Optional<URI> address, boolean placed,
			int chain, int version, Optional<VersionedFile.Key> previous, String reason) {

		Brought brought() {
			return new Brought(new Named(this.file.id(), this.file.name(), this.mediaType), this.message.value(),
					this.address);
		}

		boolean stands(Place place) {
			return this.placed && this.chain == place.chain() && this.version == place.version()
					&& this.previous.equals(place.previous()) && this.reason.equals(place.reason());
		}

	}

	int count(CaseId id) {
		return this.database.sql("select count(*) from case_document where case_id = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

	/** As they came; of two mails of one second, the one that was filed first. */
	List<Row> files(CaseId id, int limit) {
		return this.database.sql("""
				select d.* from case_document d left join message m on m.id = d.message
				where d.case_id = :id order by m.received_at, d.added_at, d.message, d.name, d.sha256 limit :limit
				""").param("id", id.value()).param("limit", limit).query(ChainRepository::row).list();
	}

	Map<VersionedFile.Key, Optional<VersionedFile.Key>> said(CaseId id) {
		var said = new HashMap<VersionedFile.Key, Optional<VersionedFile.Key>>();
		this.database.sql("select * from document_link where case_id = :id").param("id", id.value()).query((row) -> {
			said.put(key(row), previous(row));
		});
		return said;
	}

	void say(CaseId id, VersionedFile.Key file, Optional<VersionedFile.Key> previous, PersonId by, Instant at) {
		this.database.sql("""
				insert into document_link (case_id, sha256, name, previous_sha256, previous_name, person, said_at)
				values (:case, :sha256, :name, :previousSha256, :previousName, :person, :at)
				on conflict (case_id, sha256, name) do update set previous_sha256 = excluded.previous_sha256,
					previous_name = excluded.previous_name, person = excluded.person, said_at = excluded.said_at
				""")
			.param("case", id.value())
			.param("sha256", file.id().sha256())
			.param("name", file.name())
			.param("previousSha256", previous.map((one) -> one.id().sha256()).orElse(null))
			.param("previousName", previous.map(VersionedFile.Key::name).orElse(null))
			.param("person", by.value())
			.param("at", CaseRepository.utc(at))
			.update();
	}

	/** What was said of files in one case holds in the case they have come to. */
	void carry(Collection<CaseId> from, CaseId into) {
		this.database
			.sql("""
					insert into document_link (case_id, sha256, name, previous_sha256, previous_name, person, said_at)
					select distinct on (l.sha256, l.name) d.case_id, l.sha256, l.name, l.previous_sha256, l.previous_name,
						l.person, l.said_at
					from document_link l join case_document d on d.sha256 = l.sha256 and d.name = l.name and d.case_id = :into
					where l.case_id = any(:from) and l.case_id <> :into
					order by l.sha256, l.name, l.said_at desc
					on conflict do nothing
					""")
			.param("from", from.stream().map(CaseId::value).toArray(String[]::new))
			.param("into", into.value())
			.update();
	}

	void place(CaseId id, List<Place> places) {
		this.batches.batchUpdate("""
				update case_document set chain = ?, version = ?, previous_sha256 = ?, previous_name = ?, link_reason = ?
				where case_id = ? and sha256 = ? and name = ?
				""",
				places.stream()
					.map((place) -> new Object[] { place.chain(), place.version(),
							place.previous().map((one) -> one.id().sha256()).orElse(null),
							place.previous().map(VersionedFile.Key::name).orElse(null), place.reason(), id.value(),
							place.file().id().sha256(), place.file().name() })
					.toList());
	}

	/** The case's chains are to be worked out; whoever does so now does it again. */
	void due(CaseId id) {
		this.database.sql(DUE.formatted("values (:id, now())")).param("id", id.value()).update();
	}

	boolean isDue(CaseId id) {
		return this.database.sql("select exists (select 1 from case_chain where id = :id and due_at is not null)")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	/** Answers whether any case has this file. */
	boolean due(DocumentId file) {
		return this.database.sql(DUE.formatted(
				"select distinct case_id, now() + interval '500 milliseconds' from case_document where sha256 = :id"))
			.param("id", file.sha256())
			.update() > 0;
	}

	/** Answers whether any case has this message. */
	boolean due(MessageId message) {
		return this.database.sql(DUE.formatted("select case_id, now() from case_message where message = :message"))
			.param("message", message.value())
			.update() > 0;
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(key(row), row.getString("media_type"), new MessageId(row.getString("message")),
				Optional.ofNullable(row.getString("address")).map(URI::create), row.getObject("chain") != null,
				row.getInt("chain"), row.getInt("version"), previous(row), row.getString("link_reason"));
	}

	private static VersionedFile.Key key(ResultSet row) throws SQLException {
		return new VersionedFile.Key(new DocumentId(row.getString("sha256")), row.getString("name"));
	}

	private static Optional<VersionedFile.Key> previous(ResultSet row) throws SQLException {
		var sha256 = row.getString("previous_sha256");
		var name = row.getString("previous_name");
		return (sha256 != null && name != null) ? Optional.of(new VersionedFile.Key(new DocumentId(sha256), name))
				: Optional.empty();
	}

}
