package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes wrong, how often, and for which calls. */
final class Faults {

	static final Set<String> KINDS = Set.of("status", "delay", "reset", "timeout", "accept-then-reset",
			"accept-then-status", "expire-delta", "drop-notifications", "cut-off", "trickle");

	private final List<Fault> faults = new CopyOnWriteArrayList<>();

	/**
	 * One thing that goes wrong.
	 *
	 * @param path a part of the path, a glob, or a regular expression
	 * @param status 0 for the usual one of its kind
	 * @param body nothing for Graph's own error
	 * @param every 3 for every third of the calls it is about, 1 for all
	 */
	record Fault(String kind, String method, String path, int status, Map<String, String> headers,
			@Nullable String body, Duration delay, AtomicInteger times, double probability, int every,
			AtomicInteger met) {

		static Fault of(JsonNode json) {
			var match = json.path("match");
			var headers = new HashMap<String, String>();
			json.path("headers")
				.propertyStream()
				.forEach((field) -> headers.put(field.getKey(), field.getValue().asString()));
			return new Fault(json.path("kind").asString(""), match.path("method").asString(""),
					match.path("path").asString(""), json.path("status").asInt(0), headers,
					json.has("body") ? json.path("body").asString() : null, delay(json.path("delay")),
					new AtomicInteger(json.path("times").asInt(Integer.MAX_VALUE)),
					json.path("probability").asDouble(1), json.path("every").asInt(1), new AtomicInteger());
		}

		/** Whether it comes back, and not once for all. */
		boolean isSelective() {
			return this.times.get() != Integer.MAX_VALUE || this.probability < 1 || this.every > 1
					|| !this.path.isEmpty();
		}

		boolean strikes(String wantedMethod, String url) {
			return (this.method.isEmpty() || this.method.equalsIgnoreCase(wantedMethod)) && concerns(url)
					&& this.met.incrementAndGet() % this.every == 0
					&& ThreadLocalRandom.current().nextDouble() < this.probability && this.times.getAndDecrement() > 0;
		}

		Answer answer() {
			var word = (this.status == 0) ? 503 : this.status;
			var answer = (this.body != null) ? new Answer(word, Map.of(), this.body.getBytes(StandardCharsets.UTF_8))
					: Answer.error(word, code(word), "Fault of the sandbox.");
			for (var header : this.headers.entrySet()) {
				answer = answer.with(header.getKey(), header.getValue());
			}
			return answer;
		}

		/** A reset of the sync state in the form asked for, as its status tells. */
		Answer lost(Answer usual) {
			return (this.status == 0 || this.status == 410) ? usual
					: Answer.error(this.status, "syncStateNotFound", "Sync state is not found.");
		}

		private boolean concerns(String url) {
			if (this.kind.equals("drop-notifications")
					|| (this.kind.equals("expire-delta") && !url.contains("token="))) {
				return false;
			}
			if (this.path.isEmpty()) {
				return url.startsWith("/v1.0");
			}
			var question = url.indexOf('?');
			var plain = "/v1.0/" + String.join("/", Call.of("GET", url, Map.of(), new byte[0]).path());
			return url.contains(this.path) || plain.contains(this.path) || isGlob(plain)
					|| isPattern((question < 0) ? url : url.substring(0, question)) || isPattern(plain);
		}

		private boolean isGlob(String plain) {
			try {
				return FileSystems.getDefault().getPathMatcher("glob:" + this.path).matches(Path.of(plain));
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

		private boolean isPattern(String text) {
			try {
				return Pattern.compile(this.path).matcher(text).find();
			}
			catch (PatternSyntaxException ex) {
				return false;
			}
		}

		private static String code(int status) {
			return switch (status) {
				case 401 -> "InvalidAuthenticationToken";
				case 403 -> "ErrorAccessDenied";
				case 404 -> "ErrorItemNotFound";
				case 410 -> "SyncStateNotFound";
				case 429 -> "ApplicationThrottled";
				case 503 -> "serviceNotAvailable";
				default -> "UnknownError";
			};
		}

		/** Seconds, milliseconds with {@code ms}, or ISO 8601. */
		private static Duration delay(JsonNode json) {
			var text = json.asString("").toLowerCase(Locale.ROOT);
			if (text.isEmpty()) {
				return Duration.ZERO;
			}
			if (text.endsWith("ms")) {
				return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
			}
			return text.startsWith("p") ? Duration.parse(text)
					: Duration.ofMillis((long) (1000 * Double.parseDouble(text.replaceAll("s$", ""))));
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

	/** A step of a batch can be refused, but its connection is the batch's. */
	Optional<Answer> refusal(String method, String url) {
		return this.faults.stream()
			.filter((fault) -> fault.kind().equals("status") && fault.strikes(method, url))
			.findFirst()
			.map(Fault::answer);
	}

}
