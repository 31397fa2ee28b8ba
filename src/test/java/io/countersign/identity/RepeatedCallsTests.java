package io.countersign.identity;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.countersign.support.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** The same call again, under the key its caller gave it. */
class RepeatedCallsTests {

	private static final String RELEASE = "/api/v1/cases/cs_1/verdicts/vd_1/release";

	private final DataSource source = TestDatabase.fresh().dataSource();

	private final RepeatedCalls calls = new RepeatedCalls(new CallRepository(JdbcClient.create(this.source)),
			TestDatabase.transactions(this.source));

	private final AtomicInteger made = new AtomicInteger();

	@Test
	void WH_09_theSameCallAgainChangesNothingAndGetsTheFirstAnswer() throws Exception {
		var first = call("anna", "k1", RELEASE, "{}", 200);
		var again = call("anna", "k1", RELEASE, "{}", 200);

		assertThat(this.made).hasValue(1);
		assertThat(again.getStatus()).isEqualTo(first.getStatus()).isEqualTo(200);
		assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString()).isEqualTo("{\"call\":1}");
		assertThat(again.getContentType()).isEqualTo("application/json");
	}

	@Test
	void WH_09_aKeyIsForOneCallOfOneCaller() throws Exception {
		call("anna", "k1", RELEASE, "{}", 200);

		assertThat(call("anna", "k1", RELEASE, "{\"other\":1}", 200).getStatus()).isEqualTo(422);
		assertThat(call("anna", "k1", "/api/v1/reviews/msg_1/release", "{}", 200).getStatus()).isEqualTo(422);
		assertThat(call("bo", "k1", RELEASE, "{}", 200).getContentAsString()).isEqualTo("{\"call\":2}");
		assertThat(call("anna", "x".repeat(201), RELEASE, "{}", 200).getStatus()).isEqualTo(400);
		assertThat(this.made).hasValue(2);
	}

	@Test
	void WH_09_aCallThatWasRefusedMayBeMadeAgainUnderItsKey() throws Exception {
		assertThat(call("anna", "k1", RELEASE, "{}", 409).getStatus()).isEqualTo(409);

		assertThat(call("anna", "k1", RELEASE, "{}", 200).getStatus()).isEqualTo(200);
		assertThat(this.made).hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/cases/cs_1/purge", "/api/v1/retention" })
	void WH_09_aPurgeIsAskedForOnceUnderItsKey(String path) throws Exception {
		call("anna", "k1", path, "{}", 200);
		call("anna", "k1", path, "{}", 200);

		assertThat(this.made).hasValue(1);
	}

	@Test
	void WH_09_ofManyAtOnceOneIsMade() throws Exception {
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = IntStream.range(0, 4)
				.mapToObj((_) -> pool.submit(() -> call("anna", "k1", RELEASE, "{}", 200).getContentAsString()))
				.toList();
			for (var answer : answers) {
				assertThat(answer.get()).isEqualTo("{\"call\":1}");
			}
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void WH_09_withoutAKeyEachCallIsOne() throws Exception {
		call("anna", null, RELEASE, "{}", 200);
		call("anna", null, RELEASE, "{}", 200);

		assertThat(this.made).hasValue(2);
	}

	private MockHttpServletResponse call(String caller, @Nullable String key, String path, String body, int status)
			throws Exception {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, ""));
		var request = new MockHttpServletRequest("POST", path);
		request.setContent(body.getBytes(StandardCharsets.UTF_8));
		if (key != null) {
			request.addHeader("Idempotency-Key", key);
		}
		var response = new MockHttpServletResponse();
		FilterChain effect = (_, answer) -> {
			answer.setContentType("application/json");
			((HttpServletResponse) answer).setStatus(status);
			answer.getOutputStream()
				.write("{\"call\":%d}".formatted(this.made.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
		};
		this.calls.doFilter(request, response, effect);
		SecurityContextHolder.clearContext();
		return response;
	}

}
