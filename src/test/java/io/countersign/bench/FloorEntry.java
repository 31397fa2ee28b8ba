package io.countersign.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the journal as the floor writes it: the product's facts about a new case,
 * chained.
 */
record FloorEntry(String stream, long sequence, String type, String eventId, String data, String previous,
		String hash) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String BEGINNING = "0".repeat(64);

	static List<FloorEntry> of(FloorMail mail) {
		var entries = new ArrayList<FloorEntry>();
		add(entries, mail, "case.opened", Map.of("number", mail.number(), "title", mail.subject(), "type", "sag",
				"language", "da", "holder", mail.mailbox()));
		add(entries, mail, "participant.changed", Map.of("address", mail.sender(), "role", "REQUESTER"));
		add(entries, mail, "participant.changed", Map.of("address", mail.mailbox(), "role", "APPROVER"));
		add(entries, mail, "message.added",
				Map.of("message", mail.id(), "raw", mail.sha256(), "reason", "It opens it."));
		for (var part : mail.parts()) {
			add(entries, mail, "document.version_added",
					Map.of("name", part.name(), "sha256", part.sha256(), "message", mail.id(), "version", 1));
		}
		add(entries, mail, "request.sent", Map.of("ask", mail.askId(), "approver", mail.mailbox(), "message", mail.id(),
				"revision", 1, "documents", mail.documents()));
		return entries;
	}

	private static void add(List<FloorEntry> entries, FloorMail mail, String type, Map<String, Object> facts) {
		var previous = entries.isEmpty() ? BEGINNING : entries.getLast().hash();
		var data = JSON.writeValueAsString(facts);
		var sequence = entries.size() + 1;
		var hash = FloorMail.hex(previous + type + data);
		entries
			.add(new FloorEntry(mail.caseId(), sequence, type, "evt_" + hash.substring(0, 32), data, previous, hash));
	}

}
