package io.countersign.web;

import java.io.IOException;

import io.countersign.identity.FreshSignIn;
import io.countersign.identity.Unsent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks whoever has not just signed in to do so, and keeps what he has typed. The way to
 * the identity provider is a link on a page of ours: no form may lead to another host.
 */
final class FreshSignInCheck implements HandlerInterceptor {

	private final FreshSignIn signIn;

	FreshSignInCheck(FreshSignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(AfterFreshSignIn.class)) {
			return true;
		}
		if (this.signIn.isGiven()) {
			this.signIn.sent(request);
			return true;
		}
		this.signIn.keep(request);
		response.sendRedirect(Unsent.PAGE);
		return false;
	}

}
