package io.countersign.documents;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.CloudLinks.Known;
import io.countersign.documents.CloudStore.Fetched;
import io.countersign.work.Claim;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links to our own tenant's cloud. */
@Repository
class CloudLinkRepository {

	private static final String WAITING = "It is being fetched.";

	private static final String DELAYED = "It could not be fetched yet and is asked for again.";

	static final String KEPT = "A copy was kept when its mail came. It is no part of what is decided.";

	private final JdbcClient database;

	private final JdbcTemplate batches;

	CloudLinkRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
		this.batches = database;
	}

	void add(String origin, List<URI> addresses) {
		this.batches.batchUpdate("insert into cloud_link (id, origin, address) values (?, ?, ?) on conflict do nothing",
				addresses.stream()
					.map((address) -> new Object[] { id(origin, address), origin, address.toString() })
					.sorted((one, other) -> one[0].toString().compareTo(other[0].toString()))
					.toList());
	}

	Optional<URI> unfetched(Claim claim) {
		return this.database
			.sql("select address from cloud_link where id = :id and attempts = :attempts and state = 'WAITING'")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> URI.create(row.getString("address")))
			.optional();
	}

	Optional<String> origin(Claim claim) {
		return this.database.sql("select origin from cloud_link where id = :id")
			.param("id", claim.id())
			.query(String.class)
			.optional();
	}

	/** Answers false when somebody else holds the link by now. */
	boolean keep(Claim claim, Fetched.Whole file, String name) {
		return this.database
			.sql("""
					update cloud_link set state = 'KEPT', sha256 = :sha256, name = :name, media_type = :type, size = :size,
						etag = :etag, ctag = :ctag, label = :label, modified_at = :modified, taken_at = now(), due_at = null,
						returns = attempts, failures = 0, problem = null
					where id = :id and attempts = :attempts
					""")
			.param("sha256", file.content().id().bytes())
			.param("name", name)
			.param("type", file.mediaType())
			.param("size", file.content().size())
			.param("etag", file.version().etag())
			.param("ctag", file.version().ctag())
			.param("label", file.version().label().orElse(null))
			.param("modified",
					file.version().modifiedAt().map((at) -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).orElse(null))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	void leave(Claim claim, String reason) {
		this.database.sql("""
				update cloud_link set state = 'LINK_ONLY', reason = :reason, due_at = null, returns = attempts,
					failures = 0, problem = null
				where id = :id and attempts = :attempts
				""")
			.param("reason", reason.replace("\0", ""))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	Map<URI, Known> of(String origin) {
		var known = new HashMap<URI, Known>();
		this.database.sql("select * from cloud_link where origin = :origin").param("origin", origin).query((row) -> {
			var link = known(row);
			known.put(link.address(), link);
		});
		return known;
	}

	/** What has been fetched of all that these messages point to, the oldest first. */
	List<PointedTo> kept(Collection<String> origins) {
		return this.database
			.sql("select * from cloud_link where origin = any(:origins) and sha256 is not null order by taken_at, id")
			.param("origins", origins.toArray(String[]::new))
			.query((row, _) -> new PointedTo(row.getString("origin"), URI.create(row.getString("address")),
					copy(row, DocumentId.of(row.getBytes("sha256")))))
			.list();
	}

	/** Those of the files that are copies of something in the cloud. */
	List<DocumentId> copies(Collection<DocumentId> files) {
		return this.database.sql("select distinct sha256 from cloud_link where sha256 = any(:files)")
			.param("files", files.stream().map(DocumentId::bytes).toArray(byte[][]::new))
			.query((row, _) -> DocumentId.of(row.getBytes("sha256")))
			.list();
	}

	/** Forgets what these messages point to. */
	void remove(Collection<String> origins) {
		this.database.sql("delete from cloud_link where origin = any(:origins)")
			.param("origins", origins.toArray(String[]::new))
			.update();
	}

	private static Known known(ResultSet row) throws SQLException {
		var address = URI.create(row.getString("address"));
		var digest = row.getBytes("sha256");
		if (digest != null) {
			return new Known(address, KEPT, Optional.of(copy(row, DocumentId.of(digest))));
		}
		var reason = row.getString("reason");
		return new Known(address, (reason != null) ? reason : (row.getString("problem") != null) ? DELAYED : WAITING,
				Optional.empty());
	}

	private static CloudCopy copy(ResultSet row, DocumentId file) throws SQLException {
		var version = new CloudStore.Version(row.getString("etag"), row.getString("ctag"),
				Optional.ofNullable(row.getString("label")), Optional.ofNullable(at(row, "modified_at")));
		var taken = at(row, "taken_at");
		return new CloudCopy(file, row.getString("name"), row.getString("media_type"), row.getLong("size"), version,
				(taken != null) ? taken : Instant.EPOCH);
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		var at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static String id(String origin, URI address) {
		return Spool.of((origin + "\n" + address).getBytes(StandardCharsets.UTF_8)).id().sha256();
	}

}
