package io.countersign.triage;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.intake.Glance;
import io.countersign.problem.InvalidField;
import io.countersign.reading.Reader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads a mail somebody shows us and stores nothing. Evidence counts in the visible text.
 */
@RestController
@RetainJavadoc
class ReadingController {

	private static final String PATH = "/api/v1/readings";

	private static final String MIME = "message/rfc822";

	private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

	private static final String X_NDJSON = "application/x-ndjson";

	private static final int LARGEST = 12 << 20;

	private static final int LARGEST_MIME = 40 << 20;

	private static final int LONGEST_LINE = 2 << 20;

	private static final int MOST_LINES = 1000;

	private final Reader reader;

	private final Glance glance;

	private final JsonMapper json;

	private final ZoneId home;

	ReadingController(Reader reader, Glance glance, JsonMapper json, TriageProperties properties) {
		this.reader = reader;
		this.glance = glance;
		this.json = json;
		this.home = properties.zone();
	}

	/**
	 * Reads a mail and says what it asks and answers, with the words that rests on. The
	 * mail is JSON or message/rfc822 as it came; or up to 1000 mails in JSON, a line
	 * each, of which every line gets a reading or a problem for its line. Nothing is
	 * stored, and nothing is sent.
	 */
	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	@RequestBody(required = true,
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = MailForm.Written.class)),
					@Content(mediaType = MIME, schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = X_NDJSON, schema = @Schema(type = "string", format = "binary")) })
	ReadingView one(InputStream body) throws IOException {
		return read(parse(bounded(body, LARGEST)));
	}

	@Operation(hidden = true)
	@PostMapping(path = PATH, consumes = MIME)
	ReadingView mime(InputStream body) throws IOException {
		var bytes = bounded(body, LARGEST_MIME);
		try {
			var message = this.glance.at(bytes);
			return ReadingView.of(message.internetMessageId().orElse(null),
					this.reader.read(Letters.of(message, this.home)), this.home);
		}
		catch (IOException unreadable) {
			throw new InvalidField("body", "The body is no mail that can be taken apart.");
		}
	}

	/**
	 * A line in, a line out; a line that cannot be read gets a problem for its answer.
	 */
	@Operation(hidden = true)
	@PostMapping(path = PATH, consumes = { X_NDJSON, NDJSON })
	void many(InputStream body, HttpServletResponse response) throws IOException {
		response.setContentType(X_NDJSON);
		var out = response.getOutputStream();
		var lines = new Lines(body, LONGEST_LINE);
		var number = 1;
		for (var line = lines.next(); line.isPresent(); line = lines.next()) {
			out.write(this.json.writeValueAsBytes(answer(number, line.get())));
			out.write('\n');
			if (number++ > MOST_LINES) {
				return;
			}
		}
	}

	private Object answer(int number, Lines.Line line) {
		if (number > MOST_LINES) {
			return problem(number, null, "line", "At most %d lines are read in one call.".formatted(MOST_LINES));
		}
		if (line.cut()) {
			return problem(number, null, "line", "A line has at most %d bytes.".formatted(LONGEST_LINE));
		}
		try {
			return answer(number, parse(line.bytes()));
		}
		catch (InvalidField invalid) {
			return problem(number, null, invalid.field(), String.valueOf(invalid.getMessage()));
		}
	}

	private Object answer(int number, JsonNode mail) {
		try {
			return read(mail);
		}
		catch (InvalidField invalid) {
			var id = Optional.of(mail.path("id")).filter(JsonNode::isString).map(JsonNode::asString);
			return problem(number, id.map(MailForm::storable).orElse(null), invalid.field(),
					String.valueOf(invalid.getMessage()));
		}
	}

	private ReadingView read(JsonNode node) {
		var form = new MailForm(node, this.home);
		var mail = form.mail();
		return ReadingView.of(form.id().orElse(null), this.reader.read(mail), mail.zone());
	}

	private JsonNode parse(byte[] bytes) {
		try {
			return this.json.readTree(bytes);
		}
		catch (JacksonException broken) {
			var at = broken.getLocation();
			throw new InvalidField("body", (at == null) ? "The body is not JSON."
					: "The body is not JSON: line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
		}
	}

	private static byte[] bounded(InputStream body, int largest) throws IOException {
		var bytes = body.readNBytes(largest + 1);
		if (bytes.length > largest) {
			throw new InvalidField("body", "A mail has at most %d MB here.".formatted(largest >> 20));
		}
		return bytes;
	}

	/** RFC 9457, on one line. */
	private static Map<String, Object> problem(int line, @Nullable String id, String field, String detail) {
		var problem = new LinkedHashMap<String, Object>();
		problem.put("type", "about:blank");
		problem.put("title", "Bad Request");
		problem.put("status", 400);
		problem.put("detail", detail);
		problem.put("field", field);
		problem.put("line", line);
		if (id != null) {
			problem.put("id", id);
		}
		return problem;
	}

}
