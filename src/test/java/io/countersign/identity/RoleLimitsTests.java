package io.countersign.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.countersign.support.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import static org.assertj.core.api.Assertions.assertThat;

class RoleLimitsTests {

	private static final Duration STAND = Duration.ofMinutes(15);

	private final MovingClock clock = new MovingClock();

	private final Deque<ProviderWord> words = new ArrayDeque<>();

	private final RoleLimits limits = new RoleLimits((_, _) -> this.words.remove(), STAND, this.clock);

	private final MockHttpSession session = new MockHttpSession();

	@BeforeEach
	void signsIn() {
		RoleLimits.begin(this.session, this.clock.instant());
		KeptToken.put(this.session, client("first"));
		var authorities = AuthorityUtils.createAuthorityList("SCOPE_openid", "Countersign.Review",
				"Countersign.Manage");
		var proof = new OidcIdToken("token", Instant.EPOCH, Instant.MAX,
				Map.of("sub", "anna", "iss", "https://login.example", "auth_time", 17));
		SecurityContextHolder.getContext()
			.setAuthentication(new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, proof), authorities,
					"organisation"));
	}

	@AfterEach
	void leaves() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void UI_09_aRoleThatWasTakenAwayIsGoneAfterAQuarterOfAnHourAndOneThatWasGivenIsThere() throws Exception {
		this.words.add(new ProviderWord.Confirmed(List.of("Countersign.Review", "Countersign.Audit"), client("next")));
		after(STAND.minusSeconds(1));
		assertThat(authorities()).as("not asked yet").contains("Countersign.Manage");

		after(Duration.ofSeconds(1));

		assertThat(authorities()).containsExactlyInAnyOrder("SCOPE_openid", "Countersign.Review", "Countersign.Audit");
		assertThat(caller().getAuthenticatedAt()).as("when he proved who he is").isEqualTo(Instant.ofEpochSecond(17));
		assertThat(KeptToken.of(this.session)).map(OAuth2AuthorizedClient::getRefreshToken)
			.map(OAuth2RefreshToken::getTokenValue)
			.contains("next");
		assertThat(this.session.getAttribute("SPRING_SECURITY_CONTEXT")).as("also for the next request").isNotNull();
	}

	@Test
	void UI_08_aSignInThatTheProviderHasEndedIsNoneHere() throws Exception {
		this.words.add(new ProviderWord.Ended());

		after(STAND);

		assertThat(this.session.isInvalid()).isTrue();
		assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
	}

	@Test
	void UI_08_whileTheProviderIsAwayASessionStandsForAnHourAndNoLonger() throws Exception {
		for (var quarter = 0; quarter < 3; quarter++) {
			this.words.add(new ProviderWord.Unknown());
			after(STAND);
			assertThat(this.session.isInvalid()).isFalse();
		}
		this.words.add(new ProviderWord.Unknown());

		after(STAND);

		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void UI_08_soItIsWhereTheProviderGivesNothingToAskWith() throws Exception {
		this.session.removeAttribute(KeptToken.class.getName());

		after(Duration.ofMinutes(59));
		assertThat(this.session.isInvalid()).isFalse();
		after(STAND);

		assertThat(this.session.isInvalid()).isTrue();
	}

	private void after(Duration time) throws Exception {
		this.clock.move(time);
		var request = new MockHttpServletRequest("GET", "/mine");
		request.setSession(this.session);
		this.limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
	}

	private static List<String> authorities() {
		return caller().getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
	}

	private static OidcUser caller() {
		var caller = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
		return (OidcUser) Objects.requireNonNull(caller.getPrincipal());
	}

	private static OAuth2AuthorizedClient client(String refresh) {
		var registration = ClientRegistration.withRegistrationId("organisation")
			.clientId("countersign")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}")
			.authorizationUri("https://login.example/authorize")
			.tokenUri("https://login.example/token")
			.build();
		return new OAuth2AuthorizedClient(registration, "anna",
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", Instant.EPOCH, Instant.MAX),
				new OAuth2RefreshToken(refresh, Instant.EPOCH));
	}

}
