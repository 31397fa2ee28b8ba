package io.countersign.connector.graph;

import java.net.URI;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the chats of a person. The SDK has no builder for this, and what is kept are the
 * bytes as they came, so the requests are made by hand through its adapter. No call
 * changes anything, and none writes into a chat.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/chatmessage-delta">chatMessage:
 * delta</a>
 */
@ThroughGraph
@Component
class GraphChats {

	/** Graph allows no larger page. */
	private static final int MOST = 50;

	/** Without it a message of Teams itself cannot be told from others. */
	private static final String ALL_KINDS = "include-unknown-enum-members";

	private final GraphJson json;

	private final GraphProperties properties;

	GraphChats(GraphJson json, GraphProperties properties) {
		this.json = json;
		this.properties = properties;
	}

	/**
	 * A page of messages that are new or have changed, in all chats of somebody.
	 * @param link where to begin or go on; null to begin anew
	 */
	ChatPage delta(EmailAddress person, @Nullable String link) {
		var request = (link != null) ? at(URI.create(link)) : new RequestInformation(HttpMethod.GET,
				"{+baseurl}/users/{user}/chats/getAllMessages/delta{?%24top}", new HashMap<>());
		if (link == null) {
			request.pathParameters.put("baseurl", this.properties.baseUrl().toString());
			request.pathParameters.put("user", person.value());
			request.addQueryParameter("%24top", Math.min(MOST, this.properties.pageSize()));
		}
		return ChatPage.of(get(person, request));
	}

	/** The chat with its members; nothing where we may not see it, or it is gone. */
	Optional<byte[]> chat(EmailAddress person, String id) {
		var request = new RequestInformation(HttpMethod.GET, "{+baseurl}/chats/{chat}{?%24expand}", new HashMap<>());
		request.pathParameters.put("baseurl", this.properties.baseUrl().toString());
		request.pathParameters.put("chat", id);
		request.addQueryParameter("%24expand", "members");
		try {
			return Optional.of(get(person, request));
		}
		catch (ConnectorException.Gone | ConnectorException.Refused ex) {
			return Optional.empty();
		}
	}

	private static RequestInformation at(URI link) {
		var request = new RequestInformation();
		request.httpMethod = HttpMethod.GET;
		request.setUri(link);
		return request;
	}

	private byte[] get(EmailAddress person, RequestInformation request) {
		request.headers.put("Prefer", Set.of(ALL_KINDS));
		return this.json.bytes(person, request);
	}

}
