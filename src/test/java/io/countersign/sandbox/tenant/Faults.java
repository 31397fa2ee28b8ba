package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** What goes wrong, how often, and for which calls. */
final class Faults {

	private final List<Fault> faults = new CopyOnWriteArrayList<>();

	/** One thing that goes wrong. */
	record Fault(String kind, String method, Pattern path, int status, Map<String, String> headers, Duration delay,
			AtomicInteger times, double probability) {

		static Fault of(JsonNode json) {
			var match = json.path("match");
			var headers = new HashMap<String, String>();
			json.path("headers")
				.propertyStream()
				.forEach((field) -> headers.put(field.getKey(), field.getValue().asString()));
			var path = match.path("path").asString(".*");
			return new Fault(json.path("kind").asString(), match.path("method").asString(""), Pattern.compile(path),
					json.path("status").asInt(503), headers, delay(json.path("delay")),
					new AtomicInteger(json.path("times").asInt(Integer.MAX_VALUE)),
					json.path("probability").asDouble(1));
		}

		boolean strikes(String method, String url) {
			return (this.method.isEmpty() || this.method.equalsIgnoreCase(method)) && this.path.matcher(url).find()
					&& ThreadLocalRandom.current().nextDouble() < this.probability && this.times.getAndDecrement() > 0;
		}

		/** Seconds, milliseconds with {@code ms}, or ISO 8601. */
		private static Duration delay(JsonNode json) {
			var text = json.asString("");
			if (text.isEmpty()) {
				return Duration.ZERO;
			}
			if (text.endsWith("ms")) {
				return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
			}
			return text.startsWith("P") ? Duration.parse(text)
					: Duration.ofMillis((long) (1000 * Double.parseDouble(text)));
		}

	}

	void add(Fault fault) {
		this.faults.add(fault);
	}

	void clear() {
		this.faults.clear();
	}

	Optional<Fault> striking(String method, String url) {
		return this.faults.stream().filter((fault) -> fault.strikes(method, url)).findFirst();
	}

}
