package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import okhttp3.Interceptor;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one exception of every refusal before the SDK sees it, which loses the status of
 * one that is not JSON and the pause of one that has no body. A challenge for a fresh
 * token is left to the SDK.
 */
final class FaultReader implements Interceptor {

	private static final long LONGEST_BODY = 16_384;

	private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

	private final JsonMapper json = new JsonMapper();

	private final Clock clock;

	FaultReader(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		var response = chain.proceed(chain.request());
		if (response.code() < 400 || response.code() == 401 && response.header("WWW-Authenticate") != null) {
			return response;
		}
		try (response) {
			throw fault(response.code(), response.peekBody(LONGEST_BODY).string(), pause(response));
		}
	}

	private GraphFault fault(int status, String body, Optional<Duration> pause) {
		var code = "";
		var message = "no explanation";
		try {
			var error = this.json.readTree(body).path("error");
			code = error.path("code").asString("");
			message = error.path("message").asString(message);
		}
		catch (JacksonException ex) {
			message = "an answer that is not JSON";
		}
		return new GraphFault(status, code, message, pause);
	}

	/**
	 * Seconds or a date (RFC 9110 section 10.2.3). A date is meant by the clock of
	 * whoever wrote it, which the answer shows (IN-19).
	 */
	private Optional<Duration> pause(Response response) {
		var retryAfter = response.header("Retry-After");
		if (retryAfter == null) {
			return Optional.empty();
		}
		try {
			var text = retryAfter.strip();
			var pause = text.chars().allMatch(Character::isDigit) ? Duration.ofSeconds(Long.parseLong(text))
					: Duration.between(now(response), date(text));
			return Optional
				.of(pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
		}
		catch (DateTimeException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private Instant now(Response response) {
		var date = response.header("Date");
		return (date != null) ? date(date.strip()) : this.clock.instant();
	}

	private static Instant date(String text) {
		return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
	}

}
