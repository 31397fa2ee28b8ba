package io.countersign.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * DP-3: what people have said in a case is forgotten, and what it and its files were
 * called. Its number, its times, who was asked and who has decided what stay.
 */
@Repository
class ForgottenCases {

	private final JdbcClient database;

	ForgottenCases(JdbcClient database) {
		this.database = database;
	}

	void forget(CaseId id) {
		run(id, "update case_file set title = number, holder = null where id = :case");
		run(id, "delete from participant where case_id = :case");
		run(id, "delete from waiting_participant where message in (select message from case_message where case_id = :case)");
		run(id, "delete from document_link where case_id = :case");
		run(id, "delete from case_document where case_id = :case");
		run(id, "delete from case_chain where id = :case");
		run(id, "delete from comment where case_id = :case");
		run(id, "delete from private_note where case_id = :case");
		run(id, "update ask set state = 'WITHDRAWN' where case_id = :case and state = 'OPEN'");
		run(id, """
				update receipt set reason = null
				where event_id in (select event_id from entry where stream = 'case/' || :case)
				""");
		// What was answered about its files, for whoever asks the same once more.
		run(id, "delete from api_call where call like '/api/v1/cases/' || :case || '/documents/%'");
		run(id, "update task set description = '' where case_id = :case");
		run(id, """
				update verdict set decision = decision || jsonb_build_object('comment', '', 'conditions', '[]'::jsonb,
					'evidence', null, 'delegate', null, 'gates', (
						select coalesce(jsonb_agg(gate || '{"sentence": ""}'), '[]')
						from jsonb_array_elements(decision -> 'gates') gate))
				where case_id = :case
				""");
	}

	private void run(CaseId id, String statement) {
		this.database.sql(statement).param("case", id.value()).update();
	}

}
