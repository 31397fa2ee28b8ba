package io.countersign.connector.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What Graph answers, as it stands there. The SDK makes the requests; its own reading of
 * an answer makes several objects of each value, and takes several times as long.
 */
@ThroughGraph
@Component
class GraphJson {

	/** Larger than Graph makes a page. */
	private static final int LARGEST = 64_000_000;

	private static final JsonMapper JSON = new JsonMapper();

	private final GraphServiceClient client;

	private final GraphCalls calls;

	GraphJson(GraphServiceClient client, GraphCalls calls) {
		this.client = client;
		this.calls = calls;
	}

	/**
	 * @throws ConnectorException.Doubtful when it is no JSON
	 */
	JsonNode tree(EmailAddress mailbox, RequestInformation request) {
		try {
			return JSON.readTree(bytes(mailbox, request));
		}
		catch (JacksonException ex) {
			throw new ConnectorException.Doubtful("Microsoft Graph gave an answer that cannot be read.", ex);
		}
	}

	byte[] bytes(EmailAddress mailbox, RequestInformation request) {
		request.headers.tryAdd("Accept", "application/json");
		return this.calls.make(mailbox, () -> {
			try (var answer = Objects.requireNonNull(
					this.client.getRequestAdapter().sendPrimitive(request, GraphFault.ANSWERS, InputStream.class))) {
				return whole(answer);
			}
		});
	}

	private static byte[] whole(InputStream answer) throws IOException {
		var bytes = answer.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw new IOException("A page is larger than Graph makes one.");
		}
		return bytes;
	}

}
