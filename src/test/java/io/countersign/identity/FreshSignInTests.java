package io.countersign.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import static org.assertj.core.api.Assertions.assertThat;

class FreshSignInTests {

	private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

	private final FreshSignIn signIn = new FreshSignIn(
			new SignInProperties(URI.create("https://login.example/v2.0"), "countersign", new Secret("s"), "api://x",
					null, null, null, Duration.ofMinutes(5), Duration.ofMinutes(15), new SecondFactor("amr", "mfa")),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@AfterEach
	void leaves() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void UI_08_aSignInIsFreshForFiveMinutesWithASecondFactor() {
		signedIn("anna", NOW.minus(Duration.ofMinutes(4)), List.of("pwd", "mfa"));
		assertThat(this.signIn.isGiven()).isTrue();

		signedIn("anna", NOW.minus(Duration.ofMinutes(5)), List.of("pwd", "mfa"));
		assertThat(this.signIn.isGiven()).as("too old").isFalse();

		signedIn("anna", NOW.minusSeconds(1), List.of("pwd"));
		assertThat(this.signIn.isGiven()).as("a password alone").isFalse();
	}

	@Test
	void UI_08_whatTheProviderDoesNotSayIsNotSo() {
		assertThat(this.signIn.isGiven()).as("nobody").isFalse();

		signedIn("anna", null, List.of("mfa"));
		assertThat(this.signIn.isGiven()).as("no auth_time").isFalse();

		signedIn("anna", NOW.plus(Duration.ofMinutes(2)), List.of("mfa"));
		assertThat(this.signIn.isGiven()).as("in the future").isFalse();

		signedIn("anna", NOW, null);
		assertThat(this.signIn.isGiven()).as("no amr").isFalse();
	}

	@Test
	void UI_08_nothingTypedIsLostAndNobodyElseGetsToSeeIt() {
		signedIn("anna", NOW.minus(Duration.ofHours(1)), List.of("mfa"));
		var request = new MockHttpServletRequest("POST", "/cases/cs_1/verdict");
		request.setParameter("words", "Kun for fem år");
		request.setParameter("_csrf", "token");

		this.signIn.keep(request);

		assertThat(this.signIn.unsent(request)).hasValueSatisfying((unsent) -> {
			assertThat(unsent.path()).isEqualTo("/cases/cs_1/verdict");
			assertThat(unsent.fields()).isEqualTo(Map.of("words", List.of("Kun for fem år")));
		});
		signedIn("bo", NOW, List.of("mfa"));
		assertThat(this.signIn.unsent(request)).isEmpty();
	}

	private static void signedIn(String subject, @Nullable Instant at, @Nullable List<String> methods) {
		var token = OidcIdToken.withTokenValue("t").issuer("https://login.example/v2.0").subject(subject);
		if (at != null) {
			token.authTime(at);
		}
		if (methods != null) {
			token.claim("amr", methods);
		}
		SecurityContextHolder.getContext()
			.setAuthentication(
					new TestingAuthenticationToken(new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token.build()),
							"n", AuthorityUtils.NO_AUTHORITIES));
	}

}
