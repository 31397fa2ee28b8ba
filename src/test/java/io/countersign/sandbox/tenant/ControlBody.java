package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a control call. What is wrong with it is told by the name of the field. */
record ControlBody(JsonNode json) {

	static ControlBody of(Call call) {
		var json = call.json();
		if (!json.isObject()) {
			throw new IllegalArgumentException("The body is a JSON object.");
		}
		return new ControlBody(json);
	}

	static IllegalArgumentException wrong(String field, String rule) {
		return new IllegalArgumentException("'%s' %s".formatted(field, rule));
	}

	JsonNode field(String name) {
		return this.json.path(name);
	}

	String text(String name) {
		return maybe(name).filter((text) -> !text.isBlank()).orElseThrow(() -> wrong(name, "is a text and is needed."));
	}

	Optional<String> maybe(String name) {
		var field = field(name);
		if (field.isMissingNode() || field.isNull()) {
			return Optional.empty();
		}
		if (!field.isString()) {
			throw wrong(name, "is a text.");
		}
		return Optional.of(field.asString());
	}

	Instant time(String name, Instant otherwise) {
		try {
			return maybe(name).map((text) -> OffsetDateTime.parse(text).toInstant()).orElse(otherwise);
		}
		catch (DateTimeParseException ex) {
			throw wrong(name, "is a time such as 2026-11-24T08:00:00Z.");
		}
	}

	List<JsonNode> list(String name) {
		var field = field(name);
		if (!field.isMissingNode() && !field.isArray()) {
			throw wrong(name, "is a list.");
		}
		return field.valueStream().toList();
	}

	List<ObjectNode> objects(String name) {
		return list(name).stream().map((one) -> {
			if (one instanceof ObjectNode object) {
				return object.deepCopy();
			}
			throw wrong(name, "holds objects.");
		}).toList();
	}

}
