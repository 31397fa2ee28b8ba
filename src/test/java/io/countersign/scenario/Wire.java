package io.countersign.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP as a test speaks it: anything but success is an assertion error with the answer.
 */
final class Wire {

	static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final int MOST_PAUSES = 3;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	JsonNode json(String method, URI uri, Map<String, String> headers, BodyPublisher body) {
		var answer = bytes(method, uri, headers, body);
		return (answer.length > 0) ? JSON.readTree(answer) : JSON.nullNode();
	}

	byte[] bytes(String method, URI uri, Map<String, String> headers, BodyPublisher body) {
		var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
		headers.forEach(request::header);
		try {
			var response = answer(request.build());
			if (response.statusCode() / 100 != 2) {
				throw new AssertionError("%s %s answered %d: %s".formatted(method, uri, response.statusCode(),
						new String(response.body())));
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new AssertionError("%s %s: %s".formatted(method, uri, ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** Whoever compares the books of thousands of mails is asked to pause. */
	private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
		var answer = this.client.send(request, BodyHandlers.ofByteArray());
		for (var pauses = 0; answer.statusCode() == 429 && pauses < MOST_PAUSES; pauses++) {
			Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
			answer = this.client.send(request, BodyHandlers.ofByteArray());
		}
		return answer;
	}

	static BodyPublisher nothing() {
		return BodyPublishers.noBody();
	}

	static BodyPublisher of(Object value) {
		return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
	}

}
