package io.countersign.identity;

import io.countersign.support.CoreApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

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
	void aCallNeedsItsOwnPermission(String method, String path, String permission) {
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
	void withoutATokenNothingIsAnswered(String method, String path) {
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

	@Test
	void aForgedTokenIsRefused() {
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

	@Test
	void aPageCarriesTheHeadersThatKeepOthersOut() {
		var answer = this.api.get().uri("/signed-out").exchange();

		assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'",
				"frame-ancestors 'none'");
		assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.getResponse().getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
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
