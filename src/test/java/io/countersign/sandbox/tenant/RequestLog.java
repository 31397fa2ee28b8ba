package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The latest requests made of Graph, and how many there were. */
final class RequestLog {

	private static final int REMEMBERED = 20_000;

	private static final int LONGEST_BODY = 20_000;

	private final ConcurrentLinkedQueue<Map<String, Object>> requests = new ConcurrentLinkedQueue<>();

	private final AtomicLong count = new AtomicLong();

	private final Clock clock;

	RequestLog(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Notes a request.
	 * @param status 0 when no answer came
	 */
	void note(Call call, String url, int status) {
		if (this.count.incrementAndGet() > REMEMBERED) {
			this.requests.poll();
		}
		var entry = new LinkedHashMap<String, Object>();
		entry.put("method", call.method());
		entry.put("path", url);
		entry.put("decoded", "/" + String.join("/", call.path()));
		entry.put("query", call.query());
		entry.put("prefer", call.preferences());
		entry.put("client", call.header("client-request-id"));
		if (call.body().length > 0 && call.body().length < LONGEST_BODY) {
			entry.put("body", new String(call.body(), StandardCharsets.UTF_8));
		}
		entry.put("status", status);
		entry.put("at", this.clock.instant().toString());
		this.requests.add(entry);
	}

	void clear() {
		this.requests.clear();
		this.count.set(0);
	}

	List<Map<String, Object>> requests() {
		return List.copyOf(this.requests);
	}

	long count() {
		return this.count.get();
	}

}
