package io.countersign.cases;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the cases that a mail belongs to by what it shares with them. */
@Repository
class TraceReader {

	private static final String BY_ID = """
			select 'MESSAGE_ID' as kind, internet_message_id as value, case_id from case_message
			where internet_message_id = any(:ids)
			union
			select 'MESSAGE_ID', internet_message_id, case_id from case_answer
			where internet_message_id = any(:ids)
			""";

	private static final String BY_THREAD = """
			select 'THREAD_INDEX' as kind, thread_root as value, case_id from case_message where thread_root = :thread
			""";

	private static final String BY_CONVERSATION = """
			select 'CONVERSATION' as kind, s.conversation_id as value, m.case_id
			from unnest(:mailboxes, :conversations) as seen (mailbox, conversation)
			join sighting s on s.conversation_id = seen.conversation and s.mailbox = seen.mailbox
			join case_message m on m.message = s.message
			""";

	private static final String BY_NUMBER = """
			select 'NUMBER' as kind, number as value, id as case_id from case_file where number = :number
			""";

	private static final String BY_DOCUMENT = """
			select 'DOCUMENT' as kind, d.sha256 as value, d.case_id from case_document d
			where d.sha256 = any(:documents) and d.address is null
				and (select lower(c.title) from case_file c where c.id = d.case_id) = lower(:title)
			""";

	private final JdbcClient database;

	TraceReader(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Everything the mail shares with cases, in one query that asks for what the mail has
	 * and for nothing else.
	 */
	List<Trace> traced(Traces traces) {
		var thread = traces.threadIndex().flatMap(CaseRepository::threadRoot);
		var shared = Stream
			.of(traces.ids().isEmpty() ? "" : BY_ID, thread.isEmpty() ? "" : BY_THREAD,
					traces.conversations().isEmpty() ? "" : BY_CONVERSATION, traces.number().isEmpty() ? "" : BY_NUMBER,
					traces.documents().isEmpty() ? "" : BY_DOCUMENT)
			.filter((query) -> !query.isEmpty())
			.collect(Collectors.joining("union\n"));
		if (shared.isEmpty()) {
			return List.of();
		}
		return this.database.sql(shared)
			.param("ids", traces.ids().toArray(String[]::new))
			.param("thread", thread.orElse(null))
			.param("mailboxes",
					traces.conversations().stream().map((one) -> one.mailbox().value()).toArray(String[]::new))
			.param("conversations", traces.conversations().stream().map(Traces.Conversation::id).toArray(String[]::new))
			.param("number", traces.number().map(CaseNumber::value).orElse(null))
			.param("title", traces.title())
			.param("documents", traces.documents().stream().map(DocumentId::sha256).toArray(String[]::new))
			.query((row, _) -> new Trace(Trace.Kind.valueOf(row.getString("kind")), row.getString("value"),
					new CaseId(row.getString("case_id"))))
			.list();
	}

}
