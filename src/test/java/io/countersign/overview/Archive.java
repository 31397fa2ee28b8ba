package io.countersign.overview;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases with mails and files in a database, as the product writes them. */
final class Archive {

	private final JdbcClient database;

	Archive(JdbcClient database) {
		this.database = database;
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
		this.database
			.sql("""
					with blank as (
						insert into message (id, reason, digest, received_at, mode)
						values (:id, '', :id, :at::timestamptz, 'LIVE') returning id
					), read as (
						insert into mail (message, parsed) select id, '{}' from blank returning message
					), joined as (
						insert into case_message (message, case_id, reason) values (:id, :case, '')
					)
					insert into mail_words (message, subject, people, body) select message, :subject, :people, :body from read
					""")
			.param("id", id)
			.param("case", caseId)
			.param("subject", subject)
			.param("people", people)
			.param("body", body)
			.param("at", receivedAt)
			.update();
	}

	/** A file that has been read. */
	void document(String caseId, String message, String sha256, String name, String text) {
		content(sha256, name, sha256, 0, text);
		this.database.sql("""
				insert into case_document (case_id, sha256, name, media_type, size, message, version)
				values (?, ?, ?, 'application/pdf', 1, ?, 1)
				""").params(caseId, sha256, name, message).update();
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
	}

}
