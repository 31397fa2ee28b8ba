package io.countersign.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.documents.InfectedFound;
import io.countersign.documents.MailFiles;
import io.countersign.journal.Mode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which mails hold a file, and says of each mail once that it is infected. */
@Component
class Infections implements MailFiles {

	private final JdbcClient database;

	private final ObjectProvider<Documents> documents;

	private final ApplicationEventPublisher events;

	Infections(JdbcClient database, ObjectProvider<Documents> documents, ApplicationEventPublisher events) {
		this.database = database;
		this.documents = documents;
		this.events = events;
	}

	@Override
	public Map<DocumentId, Set<DocumentId>> broughtBy(Collection<DocumentId> files) {
		var brought = new HashMap<DocumentId, Set<DocumentId>>();
		this.database.sql("""
				select m.raw, f.document from message_file r
				join message m on m.id = r.message and m.raw = r.document
				join message_file f on f.message = m.id and f.document <> m.raw
				where r.document = any(:files)
				""").param("files", bytes(files)).query((row) -> {
			brought.computeIfAbsent(DocumentId.of(row.getBytes("raw")), (_) -> new HashSet<>())
				.add(DocumentId.of(row.getBytes("document")));
		});
		return brought;
	}

	@EventListener
	void on(InfectedFound infected) {
		var files = new HashSet<>(infected.around());
		files.add(infected.file());
		publish(files, infected.file(), infected.found());
	}

	/** Files that were found to be infected when another mail brought them. */
	void check(Message message) {
		var files = new LinkedHashSet<DocumentId>();
		message.parts().forEach((part) -> files.add(part.document()));
		this.documents.getObject().infected(files).forEach((file, found) -> publish(Set.of(file), file, found));
	}

	private void publish(Collection<DocumentId> around, DocumentId file, String found) {
		this.database.sql("""
				select distinct m.id, m.case_id, m.mode from message_file f join message m on m.id = f.message
				where f.document = any(:files) order by m.id
				""")
			.param("files", bytes(around))
			.query((row, _) -> new MessageInfected(new MessageId(row.getString("id")),
					Optional.ofNullable(row.getString("case_id")), file, found, Mode.valueOf(row.getString("mode"))))
			.list()
			.forEach(this.events::publishEvent);
	}

	private static byte[][] bytes(Collection<DocumentId> files) {
		return files.stream().map(DocumentId::bytes).toArray(byte[][]::new);
	}

}
