package io.countersign.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of cases and of arrival. */
@Repository
class ContentKeyRepository {

	private final JdbcClient database;

	ContentKeyRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
	}

	/**
	 * A key of a case or of arrival.
	 *
	 * @param master which master key has wrapped it
	 */
	record Row(String id, String master, byte[] wrapped) {
	}

	/** A key of arrival. */
	void insert(Row key) {
		this.database.sql("insert into content_key (id, master, wrapped) values (:id, :master, :wrapped)")
			.param("id", key.id())
			.param("master", key.master())
			.param("wrapped", key.wrapped())
			.update();
	}

	/**
	 * The key the case has, or else this one, which it has from now on. Nothing when
	 * another was made at the same moment.
	 */
	Optional<Row> keep(Row key, String caseId) {
		return this.database.sql("""
				with there as (
					select id, master, wrapped from content_key where case_id = :case for key share
				), made as (
					insert into content_key (id, case_id, master, wrapped)
					select :id, :case, :master, :wrapped where not exists (select from there)
					on conflict (case_id) do nothing returning id, master, wrapped
				)
				select * from there union all select * from made
				""")
			.param("id", key.id())
			.param("case", caseId)
			.param("master", key.master())
			.param("wrapped", key.wrapped())
			.query(ContentKeyRepository::row)
			.optional();
	}

	Optional<Row> ofCase(String caseId) {
		return this.database.sql("select id, master, wrapped from content_key where case_id = :case for key share")
			.param("case", caseId)
			.query(ContentKeyRepository::row)
			.optional();
	}

	Optional<Row> lockOfCase(String caseId) {
		return this.database.sql("select id, master, wrapped from content_key where case_id = :case for update")
			.param("case", caseId)
			.query(ContentKeyRepository::row)
			.optional();
	}

	/** Whoever wants to use the key from now on waits, and finds that it is gone. */
	Optional<Row> lock(String id) {
		return this.database.sql("select id, master, wrapped from content_key where id = :id for update")
			.param("id", id)
			.query(ContentKeyRepository::row)
			.optional();
	}

	List<String> arrivalsOlderThan(Duration age) {
		return this.database.sql("""
				select id from content_key
				where case_id is null and made_at < now() - :age * interval '1 millisecond' order by made_at
				""").param("age", age.toMillis()).query((row, _) -> row.getString("id")).list();
	}

	void remove(String id) {
		this.database.sql("delete from content_key where id = :id").param("id", id).update();
	}

	Set<String> masters() {
		return new HashSet<>(this.database.sql("select distinct master from content_key")
			.query((row, _) -> row.getString("master"))
			.list());
	}

	/** Some that another master key than this one has wrapped. */
	List<Row> notWrappedBy(String master, int limit) {
		return this.database.sql("""
				select id, master, wrapped from content_key where master <> :master
				order by id limit :limit for no key update skip locked
				""").param("master", master).param("limit", limit).query(ContentKeyRepository::row).list();
	}

	long countNotWrappedBy(String master) {
		return this.database.sql("select count(*) from content_key where master <> :master")
			.param("master", master)
			.query(Long.class)
			.single();
	}

	void rewrap(Row key) {
		this.database.sql("update content_key set master = :master, wrapped = :wrapped where id = :id")
			.param("master", key.master())
			.param("wrapped", key.wrapped())
			.param("id", key.id())
			.update();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("id"), row.getString("master"), row.getBytes("wrapped"));
	}

}
