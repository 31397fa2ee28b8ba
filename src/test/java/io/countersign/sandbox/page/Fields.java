package io.countersign.sandbox.page;

import java.util.Optional;

import com.github.tomakehurst.wiremock.http.MultiValue;
import com.github.tomakehurst.wiremock.http.Request;

/** Reads the query or a posted form, also one with files. */
final class Fields {

	private Fields() {
	}

	static Optional<String> text(Request request, String name) {
		if (request.isMultipart()) {
			return Optional.ofNullable(request.getPart(name))
				.map((part) -> part.getBody().asString())
				.filter((value) -> !value.isBlank());
		}
		return Optional.<MultiValue>of(request.queryParameter(name))
			.filter(MultiValue::isPresent)
			.map(MultiValue::firstValue)
			.filter((value) -> !value.isBlank());
	}

}
