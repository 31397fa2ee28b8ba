package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/** What the tenant answers to a call. */
record Answer(int status, Map<String, String> headers, byte[] body) {

	static final JsonMapper JSON = new JsonMapper();

	private static final String GRAPH_JSON = "application/json;odata.metadata=minimal;odata.streaming=true;"
			+ "IEEE754Compatible=false;charset=utf-8";

	static Answer json(int status, Object value) {
		return new Answer(status, Map.of("Content-Type", GRAPH_JSON), JSON.writeValueAsBytes(value));
	}

	static Answer empty(int status) {
		return new Answer(status, Map.of(), new byte[0]);
	}

	static Answer bytes(String type, byte[] bytes) {
		return new Answer(200, Map.of("Content-Type", type), bytes);
	}

	static Answer text(int status, String text) {
		return new Answer(status, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
	}

	/** The one error envelope of Graph. */
	static Answer error(int status, String code, String message) {
		return json(status,
				Map.of("error",
						Map.of("code", code, "message", message, "innerError",
								Map.of("date",
										LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString(),
										"request-id", UUID.randomUUID().toString()))));
	}

	Answer with(String name, String value) {
		var more = new HashMap<>(this.headers);
		more.put(name, value);
		return new Answer(this.status, Map.copyOf(more), this.body);
	}

}
