package io.countersign.protection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * DP-5: all there is about a person, as a zip file of JSON lines (one row a line, as it
 * is stored) and of the mails that name the person, as they came. Private notes are not
 * in it: nobody reads them but their author, on the page of the case.
 */
@Repository
class PersonData {

	/** By the name of the file; each answers one column of JSON. */
	private static final Map<String, String> ROWS = rows();

	/**
	 * A mail names whoever stands in it as author or receiver, and whoever it is about.
	 */
	private static final String MAILS = """
			select m.id, m.raw from message m join mail l on l.message = m.id
			where m.raw is not null and position(:person in lower(l.parsed::text)) > 0
			order by m.received_at, m.id
			""";

	private final JdbcClient database;

	private final People people;

	private final Documents documents;

	PersonData(JdbcClient database, People people, Documents documents) {
		this.database = database;
		this.people = people;
		this.documents = documents;
	}

	private record Original(String message, DocumentId raw) {
	}

	void write(EmailAddress person, OutputStream into) throws IOException {
		var id = this.people.find(person).map((one) -> one.id().value()).orElse(person.value());
		try (var zip = new ZipOutputStream(into, StandardCharsets.UTF_8)) {
			for (var rows : ROWS.entrySet()) {
				zip.putNextEntry(new ZipEntry(rows.getKey() + ".jsonl"));
				var lines = this.database.sql("select to_jsonb(one)::text from (%s) one".formatted(rows.getValue()))
					.param("person", person.value())
					.param("id", id)
					.query(String.class)
					.list();
				for (var line : lines) {
					zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
				}
				zip.closeEntry();
			}
			for (var mail : mails(person)) {
				zip.putNextEntry(new ZipEntry("mails/" + mail.message() + ".eml"));
				try (var original = this.documents.open(mail.raw(), 0)) {
					original.transferTo(zip);
				}
				zip.closeEntry();
			}
		}
	}

	private Iterable<Original> mails(EmailAddress person) {
		return this.database.sql(MAILS)
			.param("person", person.value())
			.query((row, _) -> new Original(row.getString("id"), DocumentId.of(row.getBytes("raw"))))
			.list();
	}

	private static Map<String, String> rows() {
		var rows = new LinkedHashMap<String, String>();
		rows.put("person", "select * from person where address = :person");
		rows.put("account", "select * from account where directory_id in ("
				+ "select external_id from person where address = :person)");
		rows.put("mandates", "select * from mandate where principal = :person or delegate = :person");
		rows.put("absences", "select * from absence where person = :person or stand_in = :person");
		rows.put("watches", "select mailbox, folder from watch where mailbox = :person");
		rows.put("sightings",
				"select folder, received_at, state, reason, message from sighting where mailbox = :person");
		rows.put("cases",
				"""
						select c.id, c.number, c.title, c.type, c.state, c.outcome, c.opened_at, c.changed_at,
							(select array_agg(p.role) from participant p where p.case_id = c.id and p.address = :person) as roles,
							c.holder = :person as holds
						from case_file c where c.id in (select case_id from case_part where person = :person)
						""");
		rows.put("asks", "select * from ask where approver = :person");
		rows.put("verdicts", "select * from verdict where decided_for = :person or acted_by = :person");
		rows.put("tasks", "select * from task where assignee = :person or done_by = :id");
		rows.put("comments", "select * from comment where author = :id");
		rows.put("pending-answers", "select * from pending_answer where person = :id");
		rows.put("answers-to-it", "select * from writeback where :person = any (recipients)");
		rows.put("corrections", "select * from regrouping where person = :id");
		rows.put("digests", "select * from digest where person in (:id, :person)");
		rows.put("waiting", "select * from waiting_participant where address = :person");
		rows.put("holds", "select * from legal_hold where person = :person");
		rows.put("mails", """
				select m.id, m.received_at, m.state, m.reason, m.case_id, l.parsed
				from message m join mail l on l.message = m.id where position(:person in lower(l.parsed::text)) > 0
				order by m.received_at
				""");
		rows.put("journal", """
				select e.stream, e.sequence, e.type, e.at, e.actor, e.data, w.words
				from entry e left join entry_words w using (position)
				where e.actor in (:id, :person) or position(:person in lower(e.data::text)) > 0
					or position(:person in lower(w.words::text)) > 0
				order by position
				""");
		rows.put("accesses",
				"select at, purpose, kind, case_id, subject, door, status from access where person = :person "
						+ "order by position");
		return rows;
	}

}
