package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the doors that are open to everybody: a source that knocks too often is
 * sent away before anything of its request is read (WH-5).
 */
@ThroughGraph
@Component
class NotificationLimit extends OncePerRequestFilter {

	private final SourceLimits limits;

	NotificationLimit(GraphProperties properties, Clock clock) {
		this.limits = new SourceLimits(properties.notificationsPerMinute(), clock);
	}

	/** By the path as it is served, in which no letter is written as a number. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getServletPath().contains("/graph/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var wait = this.limits.over(request.getRemoteAddr());
		if (wait.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
	}

}
