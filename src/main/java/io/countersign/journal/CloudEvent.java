package io.countersign.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;

/**
 * An entry as other systems read it (CloudEvents 1.0). The names without capitals are the
 * standard's; actor, mode and cursor are our extensions.
 *
 * @param specversion 1.0
 * @param type what happened, as {@code org.countersign.note.added.v1}
 * @param source this installation of the product
 * @param id with source the key by which a receiver knows an event it has seen
 * @param subject what it happened to, as {@code case/cs_…}
 * @param time when it happened
 * @param sequence rises by one within the subject
 * @param datacontenttype of {@code data}
 * @param actor who did it: a person, a program, or the product
 * @param mode live, replay of what was seen before, or backfill of old mail
 * @param cursor what to give as {@code after} to go on behind this event
 * @param data what {@code type} says of it, and in {@code log} the place and hash of its
 * entry in the journal
 */
@RetainJavadoc
record CloudEvent(String specversion, String type, String source, String id, String subject, Instant time,
		String sequence, String datacontenttype, String actor, String mode, String cursor, Map<String, Object> data) {

	static CloudEvent of(Entry entry, Origin origin) {
		var data = new LinkedHashMap<>(entry.data());
		data.put("log", Map.of("entry", entry.position(), "prev", "sha256:" + entry.previous(), "hash",
				"sha256:" + entry.hash()));
		return new CloudEvent("1.0", "org.countersign.%s.v1".formatted(entry.type()), origin.source(), entry.eventId(),
				entry.stream(), entry.at(), Long.toString(entry.sequence()), "application/json", entry.actor(),
				entry.mode().word(), entry.cursor().toString(), data);
	}

}
