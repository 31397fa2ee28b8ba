package io.countersign.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.countersign.journal.Journaled;

/**
 * An admin has said who may answer for whom.
 *
 * @param before what stood under that id until now
 */
public record MandateSet(Mandate mandate, Optional<Mandate> before, String actor) implements Journaled {

	@Override
	public String stream() {
		return "mandate/" + this.mandate.id();
	}

	@Override
	public String type() {
		return "mandate.set";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, Object>();
		data.put("principal", this.mandate.principal().value());
		data.put("delegate", this.mandate.delegate().value());
		data.put("from", this.mandate.from().toString());
		data.put("to", this.mandate.to().toString());
		data.put("categories", this.mandate.categories());
		if (this.mandate.maxAmount() != null) {
			data.put("maxAmount", this.mandate.maxAmount().toPlainString());
			data.put("currency", this.mandate.currency());
		}
		return data;
	}

}
