package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * A page of what Teams lists. The next one begins after as many rows, whatever has come
 * in between.
 */
record ChatPage(Call call, List<?> rows, int next, boolean last) {

	private static final String PLACE = "SkipValue=";

	static <T> ChatPage of(Call call, List<T> found, Function<T, ?> shape) {
		var top = ChatQuery.top(call);
		var skip = place(call.parameter("$skiptoken"));
		return new ChatPage(call, found.stream().skip(skip).limit(top).map(shape).toList(), skip + top,
				found.size() <= skip + top);
	}

	Answer answer(String address) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.count", this.rows.size());
		if (!this.last) {
			json.put("@odata.nextLink", address + "?$skiptoken=" + token() + repeated());
		}
		json.put("value", this.rows);
		return Answer.json(200, json);
	}

	private String repeated() {
		var link = new StringBuilder();
		this.call.query()
			.entrySet()
			.stream()
			.filter((parameter) -> !parameter.getKey().equals("$skiptoken"))
			.forEach((parameter) -> link
				.append("&%s=%s".formatted(parameter.getKey(), Call.encoded(parameter.getValue()))));
		return link.toString();
	}

	private String token() {
		return Base64.getUrlEncoder().encodeToString((PLACE + this.next).getBytes(StandardCharsets.UTF_8));
	}

	private static int place(String token) {
		if (token.isEmpty()) {
			return 0;
		}
		var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		if (!text.matches(PLACE + "\\d{1,9}")) {
			throw new IllegalArgumentException("The skip token is not one of ours.");
		}
		return Integer.parseInt(text.substring(PLACE.length()));
	}

}
