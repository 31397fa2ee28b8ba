package io.countersign.overview;

import java.time.Instant;
import java.util.Map;

/** One entry of a case's stream, as far as the analysis needs it. */
record Fact(String type, Instant at, Map<String, Object> data) {

	String text(String name) {
		var value = this.data.get(name);
		return (value != null) ? value.toString() : "";
	}

}
