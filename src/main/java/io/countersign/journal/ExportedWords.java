package io.countersign.journal;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What people wrote, as an export has it beside its entries and in their order. */
final class ExportedWords {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final BoundedLines lines;

	private String line;

	private long missing;

	ExportedWords(Reader reader) throws IOException {
		this.lines = new BoundedLines(JournalExport.WORDS, reader);
		this.line = this.lines.next();
	}

	/** Of how many entries words are not in it: forgotten, or left out. */
	long missing() {
		return this.missing;
	}

	/**
	 * Compares the words of this entry, if it has some here.
	 * @throws Unfit when they are not those that were written
	 */
	void pass(JsonNode entry) throws IOException {
		var next = next();
		var isNext = entry.path("stream").equals(next.path("stream"))
				&& entry.path("sequence").equals(next.path("sequence"));
		var said = new Said(map(entry.path("data")), isNext ? map(next.path("words")) : Map.of());
		if (!said.isWhatWasWritten()) {
			throw new Unfit("Entry %s has other words than were written.".formatted(entry.path("sequence")));
		}
		if (said.isForgotten()) {
			this.missing++;
		}
		if (isNext) {
			this.line = this.lines.next();
		}
	}

	private JsonNode next() {
		try {
			return this.line.isEmpty() ? MissingNode.getInstance() : JSON.readTree(this.line);
		}
		catch (JacksonException ex) {
			throw new Unfit("There are words that cannot be read.");
		}
	}

	/**
	 * To be called behind the last entry.
	 * @throws Unfit when words are left over
	 */
	void end() {
		if (!this.line.isEmpty()) {
			throw new Unfit("There are words of an entry that is not there, or that stands elsewhere.");
		}
	}

	private static Map<String, Object> map(JsonNode node) {
		if (!node.isObject()) {
			throw new Unfit("There are words without a place, or an entry without data.");
		}
		return JSON.convertValue(node, OBJECT);
	}

}
