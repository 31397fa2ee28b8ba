package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever form a refusal of Graph takes, it is understood. */
class FaultReaderTests {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

	private static final String LOST = "{\"error\":{\"code\":\"SyncStateNotFound\",\"message\":\"x\"}}";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7 | 7", " 120 | 120", "0 | 0", "Tue, 24 Nov 2026 12:00:30 GMT | 30",
			"Tue, 24 Nov 2026 11:00:00 GMT | 0", "99999999 | 21600" })
	void RL_05_retryAfterIsReadAsSecondsAndAsADate(String retryAfter, long seconds) {
		assertThat(answered(429, "", Map.of("Retry-After", retryAfter)).retryAfter())
			.contains(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "-5", "99999999999999999999", "", "1.5", "Tue, 99 Nov 2026" })
	void RL_05_aRetryAfterThatSaysNothingIsNone(String retryAfter) {
		assertThat(answered(429, "", Map.of("Retry-After", retryAfter)).retryAfter().filter((pause) -> !pause.isZero()))
			.isEmpty();
	}

	@Test
	void IN_19_aDateIsMeantByTheClockOfTheServer() {
		var answer = answered(503, "",
				Map.of("Date", "Wed, 25 Nov 2026 12:00:00 GMT", "Retry-After", "Wed, 25 Nov 2026 12:00:20 GMT"));

		assertThat(answer.retryAfter()).contains(Duration.ofSeconds(20));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 410 })
	void IN_06_aLostStateIsKnownUnderAnyStatusAndInAnyCasing(int status) {
		assertThat(answered(status, LOST, Map.of()).isStateLost()).isTrue();
		assertThat(answered(status, LOST.replace("SyncStateNotFound", "resyncRequired"), Map.of()).isStateLost())
			.isTrue();
		assertThat(answered(status, LOST.replace("SyncStateNotFound", "syncstatenotfound"), Map.of()).isStateLost())
			.isTrue();
		assertThat(answered(status, LOST.replace("SyncStateNotFound", "ErrorItemNotFound"), Map.of()).isStateLost())
			.isEqualTo(status == 410);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Bad gateway</html>", "", "null", "[]", "{}", "{\"error\":null}",
			"{\"error\":\"x\"}", "{\"error\":{\"code\":7}}", "{\"error\":{\"code\":{}}}", "{\"error\":", "\u0000" })
	void aRefusalThatIsNoProperJsonKeepsItsStatus(String body) {
		var fault = answered(502, body, Map.of());

		assertThat(fault.status()).isEqualTo(502);
		assertThat(fault.isFinal()).isFalse();
		assertThat(fault.isThrottling()).isFalse();
	}

	@Test
	void aChallengeForAFreshTokenIsLeftToTheSdk() throws IOException {
		try (var response = call(401, "", Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\""))) {
			assertThat(response.code()).isEqualTo(401);
		}
	}

	private static GraphFault answered(int status, String body, Map<String, String> headers) {
		return Objects
			.requireNonNull(catchThrowableOfType(GraphFault.class, () -> call(status, body, headers).close()));
	}

	private static Response call(int status, String body, Map<String, String> headers) throws IOException {
		var client = new OkHttpClient.Builder().addInterceptor(new FaultReader(NOON)).addInterceptor((chain) -> {
			var response = new Response.Builder().request(chain.request())
				.protocol(Protocol.HTTP_1_1)
				.code(status)
				.message("x")
				.body(ResponseBody.create(body, MediaType.get("text/plain")));
			headers.forEach(response::header);
			return response.build();
		}).build();
		return client.newCall(new Request.Builder().url("http://graph.invalid/").build()).execute();
	}

}
