package io.countersign.identity;

import java.time.Duration;

import io.countersign.support.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a program may call. */
class CallLimitTests {

	private final MovingClock clock = new MovingClock();

	private final CallLimit limit = new CallLimit(2, this.clock);

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void WH_09_aProgramOverItsLimitWaitsAndTheOthersDoNot() throws Exception {
		assertThat(call("case-system").getStatus()).isEqualTo(200);
		assertThat(call("case-system").getStatus()).isEqualTo(200);
		this.clock.move(Duration.ofSeconds(20));

		var refused = call("case-system");

		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("41");
		assertThat(refused.getContentType()).isEqualTo("application/problem+json");
		assertThat(call("archive").getStatus()).isEqualTo(200);
		this.clock.move(Duration.ofSeconds(40));
		assertThat(call("case-system").getStatus()).isEqualTo(200);
	}

	@Test
	void theDefaultAndItsProperty() {
		var application = new ApplicationContextRunner().withUserConfiguration(Bound.class);

		application
			.run((context) -> assertThat(context.getBean(ApiProperties.class)).isEqualTo(new ApiProperties(6_000)));
		application.withPropertyValues("countersign.api.calls-per-minute=5")
			.run((context) -> assertThat(context.getBean(ApiProperties.class)).isEqualTo(new ApiProperties(5)));
	}

	private MockHttpServletResponse call(String program) throws Exception {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(program, ""));
		var response = new MockHttpServletResponse();
		this.limit.doFilter(new MockHttpServletRequest("GET", "/api/v1/cases"), response, new MockFilterChain());
		return response;
	}

	@EnableConfigurationProperties(ApiProperties.class)
	static class Bound {

	}

}
