package io.countersign.overview;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Cases with mails and files in a database, as the product writes them. */
final class Archive {

	private final JdbcClient database;

	Archive(JdbcClient database) {
		this.database = database;
	}

	static Search search(TestDatabase server) {
		var settings = new OverviewSettings(ZoneId.of("Europe/Copenhagen"), 2, List.of(), Duration.ofMinutes(10),
				Duration.ofDays(3));
		var database = server.client();
		return new Search(new SearchRepository(database, new PassageRepository(database), settings,
				new DataSourceTransactionManager(server.dataSource())), (_) -> Map.of());
	}

	void file(String id, String number, String title) {
		this.database
			.sql("""
					insert into case_file (id, number, title, type, language, state, holder_since, opened_by, mode, opened_at,
						changed_at)
					values (:id, :number, :title, 'decision', 'da', 'WAITING', now(), :id, 'LIVE', now(), now())
					""")
			.param("id", id)
			.param("number", number)
			.param("title", title)
			.update();
	}

	void participant(String caseId, String address) {
		this.database
			.sql("insert into participant (case_id, address, name, role, position) values (?, ?, ?, 'APPROVER', 1)")
			.params(caseId, address, address)
			.update();
	}

	void mail(String caseId, String id, String subject, String people, String body, String receivedAt) {
		this.database.sql("""
				with blank as (
					insert into message (id, reason, digest, received_at, mode)
					values (:id, '', :id, :at::timestamptz, 'LIVE') returning id
				), read as (
					insert into mail (message, parsed) select id, '{}' from blank returning message
				), joined as (
					insert into case_message (message, case_id, reason) values (:id, :case, '')
				)
				insert into mail_words (message, case_id, received_at, subject, people, body)
				select message, :case, :at::timestamptz, :subject, :people, :body from read
				""")
			.param("id", id)
			.param("case", caseId)
			.param("subject", subject)
			.param("people", people)
			.param("body", body)
			.param("at", receivedAt)
			.update();
	}

	/** Many newer ones, all with the same words. */
	void mails(String caseId, int count, String body) {
		this.database.sql("""
				with said as (
					select 'many_' || n as id, now() + n * interval '1 second' as at from generate_series(1, :count) n
				), blank as (
					insert into message (id, reason, digest, received_at, mode) select id, '', id, at, 'LIVE' from said
				), read as (
					insert into mail (message, parsed) select id, '{}' from said
				), joined as (
					insert into case_message (message, case_id, reason) select id, :case, '' from said
				)
				insert into mail_words (message, case_id, received_at, subject, people, body)
				select id, :case, at, '', '', :body from said
				""").param("count", count).param("case", caseId).param("body", body).update();
	}

	void chat(String id) {
		this.database.sql("update mail_words set channel = 'CHAT' where message = ?").param(id).update();
	}

	/** A file that has been read. */
	void document(String caseId, String message, String sha256, String name, String text) {
		content(sha256, name, sha256, 0, text);
		this.database.sql("""
				insert into case_document (case_id, sha256, name, media_type, size, message, version, came_at)
				select ?, ?, ?, 'application/pdf', 1, id, 1, received_at from message where id = ?
				""").params(caseId, sha256, name, message).update();
		sent(message, sha256);
	}

	/** Many files without a text. */
	void files(String caseId, String message, int count) {
		this.database.sql("""
				insert into case_document (case_id, sha256, name, media_type, size, message, version, came_at)
				select :case, encode(sha256(n::text::bytea), 'hex'), 'billede.png', 'image/png', 1, :message, n, now()
				from generate_series(1, :count) n
				""").param("case", caseId).param("message", message).param("count", count).update();
	}

	/** The message has brought this file. */
	void sent(String message, String sha256) {
		this.database.sql("insert into message_file (message, document) values (?, decode(?, 'hex'))")
			.params(message, sha256)
			.update();
	}

	/** A file lies in another, under this name. */
	void within(String holder, String sha256, String name) {
		this.database
			.sql("""
					insert into document_part (parent, position, child, name, written_name, path, declared_type, role)
					values (:holder, (select count(*) + 1 from document_part where parent = :holder), :sha, :name, :name, :name,
						'', 'ATTACHMENT')
					""")
			.param("holder", holder)
			.param("sha", sha256)
			.param("name", name)
			.update();
	}

	/** What was read in a file, or in one within it. */
	void content(String sha256, String name, String root, int depth, String text) {
		this.database.sql("insert into blob (sha256, size, bytes) values (decode(?, 'hex'), 0, '')")
			.params(sha256)
			.update();
		this.database.sql("""
				insert into document (id, sha256, name, declared_type, root, depth, state, text)
				values (:sha, decode(:sha, 'hex'), :name, 'application/pdf', :root, :depth, 'READ', :text)
				""")
			.param("sha", sha256)
			.param("name", name)
			.param("root", root)
			.param("depth", depth)
			.param("text", text)
			.update();
		if (depth > 0) {
			within(root, sha256, name);
		}
	}

}
