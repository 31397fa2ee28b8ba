package io.countersign.identity;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where somebody goes on who has signed in, and from when his session counts. */
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

	private final Clock clock;

	SignedIn(Clock clock) {
		this.clock = clock;
		setDefaultTargetUrl("/");
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws ServletException, IOException {
		var session = request.getSession();
		SessionLimits.begin(session, this.clock.instant());
		RoleLimits.begin(session, this.clock.instant());
		if (session.getAttribute(Unsent.class.getName()) != null) {
			getRedirectStrategy().sendRedirect(request, response, Unsent.PAGE + "?again");
			return;
		}
		super.onAuthenticationSuccess(request, response, authentication);
	}

}
