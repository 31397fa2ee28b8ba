package io.countersign.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What takes a fresh sign-in on a page takes one of a token that acts for a person too,
 * so that a token which was given this morning, or taken from him, settles nothing in his
 * name (UI-8). The refusal tells the program to have him sign in again (RFC 9470).
 */
final class StepUp extends OncePerRequestFilter {

	private final FreshSignIn signIn;

	StepUp(FreshSignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return Permission.of(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
			.filter(Permission::fresh)
			.isEmpty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (ApiCaller.isForAPerson() && !this.signIn.isGiven()) {
			SecurityProblems.staleSignIn(request, response, this.signIn.standsFor());
			return;
		}
		chain.doFilter(request, response);
	}

}
