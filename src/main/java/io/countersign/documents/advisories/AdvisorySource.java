package io.countersign.documents.advisories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that knows advisories, asked as OSV is: many libraries at once, and the
 * answers in their order. It is told what we are made of and nothing else.
 */
record AdvisorySource(URI address) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int LONGEST = 1 << 20;

	/**
	 * What is known against these versions.
	 * @throws IOException when it does not answer, or not as it should
	 */
	List<Advisory> known(List<Library> libraries) throws IOException, InterruptedException {
		var answers = ask(libraries).path("results");
		if (answers.size() != libraries.size()) {
			throw new IOException(
					"%s answered about %d of %d libraries".formatted(this.address, answers.size(), libraries.size()));
		}
		var known = new ArrayList<Advisory>();
		for (var number = 0; number < libraries.size(); number++) {
			for (var one : answers.get(number).path("vulns")) {
				known.add(new Advisory(one.path("id").asString("?"), libraries.get(number)));
			}
		}
		return known;
	}

	private JsonNode ask(List<Library> libraries) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(this.address)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("queries", queries(libraries)))))
			.build();
		try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			var answer = client.send(request, BodyHandlers.ofInputStream());
			try (var body = answer.body()) {
				if (answer.statusCode() != 200) {
					throw new IOException("%s answered %d".formatted(this.address, answer.statusCode()));
				}
				return JSON.readTree(body.readNBytes(LONGEST));
			}
		}
		catch (JacksonException ex) {
			throw new IOException("%s answered what cannot be read".formatted(this.address), ex);
		}
	}

	private static List<Map<String, ?>> queries(List<Library> libraries) {
		return libraries.stream()
			.<Map<String, ?>>map((one) -> Map.of("package", Map.of("ecosystem", "Maven", "name", one.coordinates()),
					"version", one.version()))
			.toList();
	}

}
