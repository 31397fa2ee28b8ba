package io.countersign.intake;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** A message as it is stored: its components, and nothing derived from them. */
final class MessageJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultVisibility((all) -> all.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.build();

	private MessageJson() {
	}

	static String write(Message message) {
		return JSON.writeValueAsString(message);
	}

	static Message read(String json) {
		return JSON.readValue(json, Message.class);
	}

}
