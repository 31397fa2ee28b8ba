package io.countersign.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.countersign.journal.Journaled;

/** An admin has said who somebody is. */
record PersonSet(PersonId id, EmailAddress address, String displayName, @Nullable Level level, @Nullable String unit,
		String actor) implements Journaled {

	@Override
	public String stream() {
		return "person/" + this.id;
	}

	@Override
	public String type() {
		return "person.set";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, String>();
		data.put("address", this.address.value());
		data.put("displayName", this.displayName);
		if (this.level != null) {
			data.put("level", this.level.word());
		}
		if (this.unit != null) {
			data.put("unit", this.unit);
		}
		return data;
	}

}
