package io.countersign.protection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.countersign.journal.Journaled;

/** Somebody wants nothing to be forgotten, or has changed until when or why. */
record LegalHoldSet(LegalHold hold, String actor, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "hold/" + this.hold.id();
	}

	@Override
	public String type() {
		return "hold.set";
	}

	@Override
	public String key() {
		return "set/" + this.at;
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, Object>();
		this.hold.caseId().ifPresent((id) -> data.put("case", id.value()));
		this.hold.person().ifPresent((person) -> data.put("person", person.value()));
		data.put("why", this.hold.why());
		data.put("until", this.hold.until().toString());
		return data;
	}

}
