package io.countersign.reading.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of a set that was written before anybody looked at the phrases,
 * {@code language|trap|verdict|words|part|request}. What was asked is quoted below it.
 */
record FreshReply(Line line, String request) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static List<FreshReply> of(Path file) {
		try (var lines = Files.lines(file)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).map(FreshReply::of).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static FreshReply of(String line) {
		var fields = line.split("\\|", -1);
		var part = Optional.of(fields[4]).filter((words) -> !words.isBlank());
		return new FreshReply(new Line(fields[0], fields[1], fields[2], fields[3].replace(" // ", "\n"), part),
				fields[5]);
	}

	ReplyExample example() {
		var tongue = Dress.Tongue.of(this.line.language());
		var fields = Map.of("id", "%s-%s".formatted(this.line.language(), this.line.trap()), "lang",
				this.line.language(), "trap", this.line.trap(), "request", this.request, "leader", "", "from", "",
				"visible", this.line.words(), "verdict", this.line.verdict(), "reply",
				this.line.words() + "\n\n" + tongue.wrote() + "\n> " + this.request);
		var json = JSON.createObjectNode();
		fields.forEach(json::put);
		this.line.part()
			.ifPresent(
					(part) -> json.put(this.line.verdict().equals("DELEGATED") ? "delegateTo" : "conditionText", part));
		return new ReplyExample(new Example(json));
	}

}
