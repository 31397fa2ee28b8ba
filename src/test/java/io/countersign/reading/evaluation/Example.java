package io.countersign.reading.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a file of examples. */
record Example(JsonNode json) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Example of(String line) {
		return new Example(JSON.readTree(line));
	}

	String id() {
		return text("id");
	}

	/** A fifth that nobody looks at while phrases are being written. */
	boolean isHeldOut() {
		var hash = new CRC32();
		hash.update(id().getBytes(StandardCharsets.UTF_8));
		return hash.getValue() % 5 == 0;
	}

	String text(String field) {
		return this.json.path(field).asString("");
	}

	Optional<String> perhaps(String field) {
		return Optional.of(text(field)).filter((text) -> !text.isBlank());
	}

	List<String> texts(String field) {
		return this.json.path(field).valueStream().map((value) -> value.asString("")).toList();
	}

}
