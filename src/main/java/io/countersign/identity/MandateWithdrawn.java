package io.countersign.identity;

import java.util.LinkedHashMap;
import java.util.Map;

import io.countersign.journal.Journaled;

/** An admin has ended a mandate before its time. */
public record MandateWithdrawn(Mandate mandate, String actor) implements Journaled {

	@Override
	public String stream() {
		return "mandate/" + this.mandate.id();
	}

	@Override
	public String type() {
		return Mandates.WITHDRAWN;
	}

	@Override
	public String key() {
		return "withdrawn/" + this.mandate.to();
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, Object>();
		data.put("principal", this.mandate.principal().value());
		data.put("delegate", this.mandate.delegate().value());
		data.put("to", this.mandate.to().toString());
		return data;
	}

}
