package io.countersign.sandbox.openid;

import java.util.Map;
import java.util.Optional;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.MultiValue;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import tools.jackson.databind.json.JsonMapper;

/** How the provider reads a request and words an answer. */
final class Answers {

	private static final JsonMapper JSON = new JsonMapper();

	private Answers() {
	}

	/** A parameter of the query or of the posted form. */
	static Optional<String> parameter(Request request, String name) {
		return Optional.<MultiValue>of(request.queryParameter(name))
			.filter(MultiValue::isPresent)
			.or(() -> Optional.<MultiValue>ofNullable(request.formParameter(name)).filter(MultiValue::isPresent))
			.map(MultiValue::firstValue);
	}

	static ResponseDefinition json(int status, Object value) {
		return json(status, JSON.writeValueAsString(value));
	}

	static ResponseDefinition json(int status, String body) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withHeader("Cache-Control", "no-store")
			.withBody(body)
			.build();
	}

	static ResponseDefinition redirect(String location) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(302)
			.withHeader("Location", location)
			.withHeader("Cache-Control", "no-store")
			.build();
	}

	/** An error in the form of RFC 6749, section 5.2. */
	static ResponseDefinition refusal(int status, String error, String description) {
		return json(status, Map.of("error", error, "error_description", description));
	}

}
