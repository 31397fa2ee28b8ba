package io.countersign.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session half an hour after its person did something for the last time, and eight
 * hours after the sign-in whatever he does (UI-8). What an open page asks for by itself
 * is nothing the person does.
 */
class SessionLimits extends OncePerRequestFilter {

	private static final Duration IDLE = Duration.ofMinutes(30);

	private static final Duration LONGEST = Duration.ofHours(8);

	private static final String BEGUN = SessionLimits.class.getName() + ".begun";

	private static final String ACTED = SessionLimits.class.getName() + ".acted";

	private final Clock clock;

	SessionLimits(Clock clock) {
		this.clock = clock;
	}

	/** Counts from now on. */
	static void begin(HttpSession session, Instant now) {
		session.setAttribute(BEGUN, now);
		session.setAttribute(ACTED, now);
	}

	/**
	 * Whether its time has come; one that counts from no sign-in has none.
	 * @throws IllegalStateException when it has ended already
	 */
	static boolean isOver(HttpSession session, Instant now) {
		return session.getAttribute(BEGUN) instanceof Instant begun
				&& session.getAttribute(ACTED) instanceof Instant acted
				&& (!now.isBefore(begun.plus(LONGEST)) || !now.isBefore(acted.plus(IDLE)));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var session = request.getSession(false);
		if (session != null && session.getAttribute(BEGUN) != null) {
			var now = this.clock.instant();
			if (isOver(session, now)) {
				session.invalidate();
			}
			else if (!isBackground(request)) {
				session.setAttribute(ACTED, now);
			}
		}
		chain.doFilter(request, response);
	}

	private static boolean isBackground(HttpServletRequest request) {
		return request.getRequestURI().endsWith("/changes") || "board-live".equals(request.getHeader("HX-Trigger"));
	}

}
