package io.countersign.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has proved just now, and by a second factor, that it is he. A verdict
 * on a page asks for that (UI-8). Where the provider does not say so, it is not so.
 */
@Component
public class FreshSignIn {

	/** Asks the identity provider to have it proved again. */
	public static final String AGAIN = "/oauth2/authorization/organisation?again";

	/** The provider's clock may be ahead of ours by this much. */
	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

	private final SignInProperties provider;

	private final Clock clock;

	FreshSignIn(SignInProperties provider, Clock clock) {
		this.provider = provider;
		this.clock = clock;
	}

	/** Of whoever makes this request, on a page or by a program that acts for him. */
	public boolean isGiven() {
		return caller().filter(this::isRecent).filter(this.provider.secondFactor()::isIn).isPresent();
	}

	/** The form of this request waits until its sender has signed in again. */
	public void keep(HttpServletRequest request) {
		account().ifPresent((account) -> Unsent.keep(request, account));
	}

	/** The caller's form that waits. */
	public Optional<Unsent> unsent(HttpServletRequest request) {
		return account().flatMap((account) -> Unsent.find(request.getSession(), account));
	}

	/** No form waits any more. */
	public void sent(HttpServletRequest request) {
		Unsent.forget(request.getSession());
	}

	private boolean isRecent(ClaimAccessor caller) {
		var at = caller.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
		var now = this.clock.instant();
		return at != null && at.isAfter(now.minus(this.provider.freshFor())) && at.isBefore(now.plus(CLOCK_DIFFERENCE));
	}

	/** How old a sign-in may be to be fresh. */
	Duration standsFor() {
		return this.provider.freshFor();
	}

	private static Optional<String> account() {
		return caller().flatMap(Account::of).map((account) -> account.issuer() + " " + account.subject());
	}

	private static Optional<ClaimAccessor> caller() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof ClaimAccessor claims)
				? Optional.of(claims) : Optional.empty();
	}

}
