package io.countersign.connector.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;

import io.countersign.support.Configured;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever knocks too often is sent away. */
class SourceLimitsTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private Instant now = NOW;

	private final SourceLimits limits = new SourceLimits(3, new Clock() {

		@Override
		public Instant instant() {
			return SourceLimitsTests.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	});

	@Test
	void WH_05_aSourceMayAskSoOftenInAMinuteAndThenHasToWait() {
		this.now = NOW.plusSeconds(10);
		for (var request = 0; request < 3; request++) {
			assertThat(this.limits.over("192.0.2.1")).isEmpty();
		}

		assertThat(this.limits.over("192.0.2.1")).contains(Duration.ofSeconds(50));
		assertThat(this.limits.over("192.0.2.2")).isEmpty();

		this.now = NOW.plusSeconds(60);
		assertThat(this.limits.over("192.0.2.1")).isEmpty();
	}

	@Test
	void WH_05_theAddressesOfOneNetworkAreOneSource() {
		for (var request = 0; request < 3; request++) {
			assertThat(this.limits.over("2001:db8:0:1::" + request)).isEmpty();
		}

		assertThat(this.limits.over("2001:db8:0:1:ffff::9")).isPresent();
		assertThat(this.limits.over("2001:db8:0:2::9")).isEmpty();
	}

	@Test
	void WH_05_whoComesFromEverywhereFillsNoMemory() {
		IntStream.range(0, SourceLimits.MOST_SOURCES)
			.forEach((number) -> assertThat(this.limits.over("source " + number)).isEmpty());

		IntStream.range(0, 3).forEach((number) -> assertThat(this.limits.over("other " + number)).isEmpty());
		assertThat(this.limits.over("another")).isPresent();
		assertThat(this.limits.over("source 7")).isEmpty();
	}

	@Test
	void WH_05_aSourceOverItsLimitIsToldWhenToComeAgainAndNothingOfItIsRead() throws Exception {
		var limit = new NotificationLimit(
				Configured.from(GraphProperties.class, Map.of("client-id", "id", "notifications-per-minute", "2")),
				Clock.systemUTC());

		assertThat(answered(limit, "/graph/notify").getStatus()).isEqualTo(200);
		assertThat(answered(limit, "/graph/life").getStatus()).isEqualTo(200);
		var refused = answered(limit, "/graph/notify");

		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After")))).isBetween(1, 61);
		assertThat(answered(limit, "/api/v1/cases").getStatus()).isEqualTo(200);
	}

	private static MockHttpServletResponse answered(NotificationLimit limit, String path) throws Exception {
		var response = new MockHttpServletResponse();
		var passed = new MockFilterChain();
		// Whoever asks may write any letter as a number; this is how the path is served.
		var request = new MockHttpServletRequest("POST", path.replace("g", "%67"));
		request.setServletPath(path);
		limit.doFilter(request, response, passed);
		assertThat(passed.getRequest() == null).isEqualTo(response.getStatus() != HttpServletResponse.SC_OK);
		return response;
	}

}
