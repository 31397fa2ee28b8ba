package io.countersign.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many calls each program makes in a minute (WH-9). Only those whose token was good
 * are counted, so there are as many counters as the organisation has programs.
 */
class CallLimit extends OncePerRequestFilter {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final Map<String, Integer> calls = new HashMap<>();

	private final int most;

	private final Clock clock;

	private Instant until;

	CallLimit(int most, Clock clock) {
		this.most = most;
		this.clock = clock;
		this.until = clock.instant().plus(WINDOW);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		var wait = (caller != null) ? over(caller.getName()) : Optional.<Duration>empty();
		if (wait.isPresent()) {
			SecurityProblems.tooMany(request, response, wait.get());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** Counts a call. Answers how long its program has to wait; nothing when it may. */
	synchronized Optional<Duration> over(String program) {
		var now = this.clock.instant();
		if (!now.isBefore(this.until)) {
			this.calls.clear();
			this.until = now.plus(WINDOW);
		}
		return (this.calls.merge(program, 1, Integer::sum) > this.most) ? Optional.of(Duration.between(now, this.until))
				: Optional.empty();
	}

}
