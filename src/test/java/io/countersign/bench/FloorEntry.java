package io.countersign.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the journal as the floor writes it: the product's facts about a new case,
 * chained.
 *
 * @param words what people wrote, which stands beside the entry; empty for none
 */
record FloorEntry(String stream, long sequence, String type, String eventId, String data, String words, String previous,
		String hash) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String BEGINNING = "0".repeat(64);

	static List<FloorEntry> of(FloorMail mail) {
		var entries = new ArrayList<FloorEntry>();
		add(entries, mail, "case.opened",
				Map.of("number", mail.number(), "type", "sag", "language", "da", "holder", mail.mailbox()),
				Map.of("title", mail.subject()));
		add(entries, mail, "participant.changed", Map.of("address", mail.sender(), "role", "REQUESTER"),
				Map.of("name", mail.senderName()));
		add(entries, mail, "participant.changed", Map.of("address", mail.mailbox(), "role", "APPROVER"),
				Map.of("name", mail.mailbox()));
		add(entries, mail, "message.added", Map.of("message", mail.id(), "raw", mail.sha256()),
				Map.of("reason", "It opens it."));
		for (var part : mail.parts()) {
			add(entries, mail, "document.version_added",
					Map.of("sha256", part.sha256(), "message", mail.id(), "version", 1), Map.of("name", part.name()));
		}
		add(entries, mail, "request.sent", Map.of("ask", mail.askId(), "approver", mail.mailbox(), "message", mail.id(),
				"revision", 1, "documents", mail.documents()), Map.of());
		return entries;
	}

	private static void add(List<FloorEntry> entries, FloorMail mail, String type, Map<String, Object> facts,
			Map<String, Object> said) {
		var previous = entries.isEmpty() ? BEGINNING : entries.getLast().hash();
		var data = JSON.writeValueAsString(facts);
		var words = said.isEmpty() ? "" : JSON.writeValueAsString(said);
		var sequence = entries.size() + 1;
		var hash = FloorMail.hex(previous + type + data + words);
		entries.add(new FloorEntry(mail.caseId(), sequence, type, "evt_" + hash.substring(0, 32), data, words, previous,
				hash));
	}

}
