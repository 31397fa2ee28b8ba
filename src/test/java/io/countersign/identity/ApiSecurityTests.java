package io.countersign.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.countersign.support.CoreApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

@CoreApi
class ApiSecurityTests {

	@Autowired
	private MockMvcTester api;

	@ParameterizedTest(name = "{0} {1} needs {2}")
	@CsvSource({ "GET, /api/v1/people, Countersign.Read", "GET, /api/v1/events, Countersign.Read",
			"GET, /api/v1/blobs/00, Countersign.Read", "POST, /api/v1/readings, Countersign.Read",
			"POST, /api/v1/cases/cs_1/asks/ask_1/verdict, Countersign.Decide",
			"PUT, /api/v1/receipts/ev_1, Countersign.Decide", "PUT, /api/v1/watches/a@b.example, Countersign.Manage",
			"PUT, /api/v1/people/a@b.example, Countersign.Manage", "PUT, /api/v1/mandates/m1, Countersign.Manage" })
	void WH_09_aCallNeedsItsOwnPermission(String method, String path, String permission) {
		assertThat(status(method, path, permission)).isNotIn(401, 403);
		for (var other : new String[] { "Countersign.Read", "Countersign.Decide", "Countersign.Manage", "Mail.Read" }) {
			if (!other.equals(permission)) {
				assertThat(status(method, path, other)).as("with " + other).isEqualTo(403);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/people", "GET, /api/v1/events", "PUT, /api/v1/people/a@b.example",
			"POST, /api/v1/anything", "GET, /api/v2/people" })
	void WH_09_withoutATokenNothingIsAnswered(String method, String path) {
		assertThat(this.api.method(HttpMethod.valueOf(method)).uri(path)).hasStatus(401)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.containsHeader("WWW-Authenticate")
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo(401);
	}

	@Test
	void aCallNobodyNamedIsRefusedWhateverTheTokenSays() {
		for (var permission : new String[] { "Countersign.Read", "Countersign.Decide", "Countersign.Manage" }) {
			assertThat(status("POST", "/api/v1/anything", permission)).isEqualTo(403);
			assertThat(status("DELETE", "/api/v1/cases/cs_1", permission)).isEqualTo(403);
			assertThat(status("GET", "/api/v2/people", permission)).isEqualTo(403);
		}
	}

	/** RFC 9470. */
	@ParameterizedTest
	@CsvSource({ "POST, /api/v1/cases/cs_1/asks/ask_1/verdict, Countersign.Decide",
			"POST, /api/v1/cases/cs_1/verdicts/vd_1/release, Countersign.Review",
			"POST, /api/v1/cases/cs_1/verdicts/vd_1/rel%65ase, Countersign.Review",
			"POST, /api/v1/reviews/ms_1/release, Countersign.Review", "PUT, /api/v1/mandates/m1, Countersign.Manage",
			"POST, /api/v1/cases/cs_1/purge, Countersign.Manage", "POST, /api/v1/retention, Countersign.Manage" })
	void UI_08_aTokenThatActsForAPersonSettlesNothingWithoutAFreshSignIn(String method, String path, String role) {
		var stale = this.api.method(HttpMethod.valueOf(method))
			.uri(URI.create(path))
			.with(jwt()
				.jwt((token) -> token.claim("scp", role)
					.claim("amr", List.of("mfa"))
					.claim("auth_time", Instant.now().minusSeconds(360)))
				.authorities(new SimpleGrantedAuthority(role)));
		assertThat(stale).hasStatus(401)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");

		var fresh = this.api.method(HttpMethod.valueOf(method))
			.uri(URI.create(path))
			.with(jwt()
				.jwt((token) -> token.claim("scp", role)
					.claim("amr", List.of("mfa"))
					.claim("auth_time", Instant.now().minusSeconds(60)))
				.authorities(new SimpleGrantedAuthority(role)));
		assertThat(fresh.exchange().getResponse().getHeader("WWW-Authenticate")).isNull();
	}

	@Test
	void WH_09_aForgedTokenIsRefused() {
		assertThat(this.api.get().uri("/api/v1/people").header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."))
			.hasStatus(401)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aPageSendsWhoeverIsNotSignedInToTheIdentityProvider() {
		assertThat(this.api.get().uri("/board").accept(MediaType.TEXT_HTML)).hasStatus3xxRedirection()
			.redirectedUrl()
			.endsWith("/oauth2/authorization/organisation");
		assertThat(this.api.get().uri("/oauth2/authorization/organisation")).hasStatus3xxRedirection()
			.redirectedUrl()
			.startsWith("http://localhost:8090/sandbox/oauth2/v2.0/authorize")
			.contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/signed-out", "/board", "/api/v1/people", "/assets/nothing", "/graph/notify" })
	void UI_01_everyAnswerHasAPolicyThatRunsOnlyTheScriptsOfThisAnswer(String path) {
		var policy = header(path, "Content-Security-Policy");

		assertThat(policy.replaceAll("nonce-[A-Za-z0-9+/]{24}'", "nonce'"))
			.isEqualTo("default-src 'none'; script-src 'nonce' 'strict-dynamic'; style-src 'self'; img-src 'self'; "
					+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
					+ "frame-ancestors 'none'; manifest-src 'self'; report-uri /policy-reports; report-to policy");
		assertThat(header(path, "Content-Security-Policy")).as("another number each time").isNotEqualTo(policy);
		assertThat(header(path, "Reporting-Endpoints")).contains("/policy-reports");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/signed-out", "/board", "/api/v1/people", "/assets/nothing", "/graph/notify" })
	void UI_02_everyAnswerCarriesTheHeadersThatKeepOthersOut(String path) {
		assertThat(header(path, "Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
		assertThat(header(path, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(path, "Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(header(path, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
	}

	@Test
	void UI_08_whoeverHasToProveHimselfAgainIsSentWithTheAgeHisProofMayHave() {
		assertThat(this.api.get().uri("/oauth2/authorization/organisation?again")).hasStatus3xxRedirection()
			.redirectedUrl()
			.contains("max_age=300", "code_challenge=");
		assertThat(this.api.get().uri("/oauth2/authorization/organisation")).redirectedUrl().doesNotContain("max_age");
	}

	@ParameterizedTest
	@CsvSource({ "cross-site, 403", "same-site, 403", "same-origin, 404" })
	void UI_07_aFormOfAnotherSiteIsRefusedThoughItHasTheToken(String site, int status) {
		assertThat(this.api.post()
			.uri("/no-such-page")
			.with(oidcLogin())
			.with(csrf())
			.header("Sec-Fetch-Site", site)
			.header("Sec-Fetch-Mode", "navigate")
			.header("Sec-Fetch-Dest", "document")).hasStatus(status);
	}

	@Test
	void UI_07_theTokenIsTakenFromAHeaderOrAFieldAndItsAbsenceIsRefused() {
		assertThat(this.api.post().uri("/no-such-page").with(oidcLogin())).hasStatus(403);
		assertThat(this.api.post().uri("/no-such-page").with(oidcLogin()).with(csrf().useInvalidToken()))
			.hasStatus(403);
		assertThat(this.api.post().uri("/no-such-page").with(oidcLogin()).with(csrf())).hasStatus(404);
		assertThat(this.api.post().uri("/no-such-page").with(oidcLogin()).with(csrf().asHeader())).hasStatus(404);
	}

	@Test
	void UI_07_theSessionsCookieIsBoundToItsHostAndNoScriptReadsIt() throws IOException {
		var settings = new YamlPropertySourceLoader().load("product", new ClassPathResource("application.yaml"))
			.getFirst();
		var cookie = "server.servlet.session.cookie.";

		assertThat(settings.getProperty(cookie + "name")).asString().startsWith("__Host-");
		assertThat(settings.getProperty(cookie + "path")).isEqualTo("/");
		assertThat(settings.getProperty(cookie + "secure")).isEqualTo(true);
		assertThat(settings.getProperty(cookie + "http-only")).isEqualTo(true);
		assertThat(settings.getProperty(cookie + "same-site")).isEqualTo("lax");
		assertThat(settings.getProperty("server.servlet.session.timeout")).isEqualTo("30m");
	}

	private String header(String path, String name) {
		return String.valueOf(this.api.get().uri(path).exchange().getResponse().getHeader(name));
	}

	@Test
	void theDoorsForNotificationsAreOpenAndPagesTakeNoFormOfAnotherSite() {
		assertThat(this.api.post().uri("/graph/notify")).hasStatus(404);
		assertThat(this.api.post().uri("/graph/life")).hasStatus(404);
		assertThat(this.api.post().uri("/graph/other")).hasStatus(403);
		assertThat(this.api.post().uri("/board")).hasStatus(403);
	}

	private int status(String method, String path, String permission) {
		return this.api.method(HttpMethod.valueOf(method))
			.uri(path)
			.with(jwt().authorities(new SimpleGrantedAuthority(permission)))
			.exchange()
			.getResponse()
			.getStatus();
	}

}
