package io.countersign.reading.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * A mail of a set that was written before anybody looked at the phrases,
 * {@code language|label|sent|to|subject|body|deadline}, all in local time.
 */
final class FreshRequest {

	private static final JsonMapper JSON = JsonMapper.shared();

	private FreshRequest() {
	}

	static List<RequestExample> of(Path file) {
		try (var lines = Files.lines(file)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).map(FreshRequest::example).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static RequestExample example(String line) {
		var fields = line.split("\\|", -1);
		var to = "%s <%s@norrelund.example>".formatted(fields[3],
				fields[3].replaceAll("[^A-Za-z]+", ".").toLowerCase(Locale.ROOT));
		var json = JSON.createObjectNode();
		Map.of("id", "%s %s".formatted(fields[0], fields[4]), "lang", fields[0], "label", fields[1], "sentDate",
				zoned(fields[2]), "from", "Torben Friis <torben.friis@norrelund.example>", "to", to, "subject",
				fields[4], "body", fields[5].replace(" // ", "\n"))
			.forEach(json::put);
		if (!fields[6].isBlank()) {
			json.put("deadline", zoned(fields[6]));
		}
		return new RequestExample(new Example(json));
	}

	private static String zoned(String local) {
		return LocalDateTime.parse(local).atZone(RequestExample.zone()).toOffsetDateTime().toString();
	}

}
