package io.countersign.connector.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.countersign.connector.ConnectorException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of messages in chats, each by exactly the bytes Graph has written for it.
 *
 * @param link where to go on
 * @param last whether that is for the next round
 */
record ChatPage(List<byte[]> messages, String link, boolean last) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * @throws ConnectorException.Doubtful when it is no such page
	 */
	static ChatPage of(byte[] bytes) {
		var messages = new ArrayList<byte[]>();
		var next = "";
		var later = "";
		try (var parser = JSON.createParser(bytes)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw unreadable();
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				var name = parser.currentName();
				parser.nextToken();
				switch (name) {
					case "value" -> collect(parser, bytes, messages);
					case "@odata.nextLink" -> next = parser.getString();
					case "@odata.deltaLink" -> later = parser.getString();
					default -> parser.skipChildren();
				}
			}
		}
		catch (JacksonException ex) {
			throw new ConnectorException.Doubtful("A page of messages that cannot be read.", ex);
		}
		if (next.isEmpty() && later.isEmpty()) {
			throw new ConnectorException.Doubtful("A page of changes without a link: the round is walked again.");
		}
		return new ChatPage(List.copyOf(messages), later.isEmpty() ? next : later, !later.isEmpty());
	}

	private static void collect(JsonParser parser, byte[] bytes, List<byte[]> messages) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			throw unreadable();
		}
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			var from = parser.currentTokenLocation().getByteOffset();
			parser.skipChildren();
			var to = parser.currentTokenLocation().getByteOffset() + 1;
			messages.add(Arrays.copyOfRange(bytes, Math.toIntExact(from), Math.toIntExact(to)));
		}
	}

	private static ConnectorException.Doubtful unreadable() {
		return new ConnectorException.Doubtful("A page of messages that cannot be read.");
	}

}
