package io.countersign.identity;

import java.time.Duration;

import io.countersign.support.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitsTests {

	private final MovingClock clock = new MovingClock();

	private final SessionLimits limits = new SessionLimits(this.clock);

	private final MockHttpSession session = new MockHttpSession();

	@BeforeEach
	void signsIn() {
		SessionLimits.begin(this.session, this.clock.instant());
	}

	@Test
	void UI_08_aSessionEndsHalfAnHourAfterItsPersonDidSomethingLast() throws Exception {
		after(Duration.ofMinutes(29), "/mine");
		after(Duration.ofMinutes(29), "/mine");
		assertThat(this.session.isInvalid()).isFalse();

		after(Duration.ofMinutes(30), "/mine");

		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void UI_08_aSessionEndsAfterEightHoursWhateverIsDone() throws Exception {
		for (var minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
			after(Duration.ofMinutes(20), "/mine");
		}
		assertThat(this.session.isInvalid()).isFalse();

		after(Duration.ofMinutes(20), "/mine");

		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void UI_08_whatAnOpenPageAsksForByItselfKeepsNoSession() throws Exception {
		after(Duration.ofMinutes(20), "/board/changes");
		var refresh = new MockHttpServletRequest("GET", "/");
		refresh.addHeader("HX-Trigger", "board-live");
		after(Duration.ofMinutes(9), refresh);
		assertThat(this.session.isInvalid()).isFalse();

		after(Duration.ofMinutes(1), "/cases/cs_1/changes");

		assertThat(this.session.isInvalid()).isTrue();
	}

	private void after(Duration time, String path) throws Exception {
		after(time, new MockHttpServletRequest("GET", path));
	}

	private void after(Duration time, MockHttpServletRequest request) throws Exception {
		this.clock.move(time);
		request.setSession(this.session);
		this.limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
	}

}
