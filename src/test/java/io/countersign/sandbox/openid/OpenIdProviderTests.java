package io.countersign.sandbox.openid;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.jwt.SignedJWT;
import io.countersign.sandbox.page.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdProviderTests implements ResponseDefinitionTransformerV2 {

	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private static final String BACK = "http%3A%2F%2Flocalhost%3A8080%2Fback";

	private final WireMockServer tenant = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().extensions(this));

	private final OpenIdProvider provider = new OpenIdProvider(() -> URI.create(this.tenant.baseUrl()),
			() -> List.of(new Account("anna.holm@min.example", "Anna Holm", "Minister"),
					new Account("eve@min.example", "<script>alert(1)</script>", "")),
			new Pages(), Clock.systemUTC());

	@BeforeAll
	void open() {
		this.tenant.stubFor(any(anyUrl()).willReturn(notFound()));
		this.tenant.start();
	}

	@AfterAll
	void close() {
		this.tenant.stop();
	}

	@Test
	void aProgramGetsATokenThatSpringSecurityTrusts() {
		var token = token("grant_type=client_credentials&client_id=sandbox-admin&client_secret=sandbox"
				+ "&scope=api%3A%2F%2Fcountersign%2F.default");

		var jwt = JwtDecoders.fromOidcIssuerLocation(this.provider.issuer().toString())
			.decode(token.path("access_token").asString());

		assertThat(jwt.getAudience()).containsExactly("api://countersign");
		assertThat(jwt.getClaimAsStringList("roles")).isNotEmpty();
	}

	@Test
	void theMailApiHasATokenOfItsOwn() throws Exception {
		var token = token("grant_type=client_credentials&client_id=countersign&client_secret=sandbox"
				+ "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default");

		var claims = SignedJWT.parse(token.path("access_token").asString()).getJWTClaimsSet();

		assertThat(claims.getAudience()).containsExactly("https://graph.microsoft.com");
	}

	@Test
	void aWrongSecretGetsNothing() {
		assertThat(post("token", "grant_type=client_credentials&client_id=sandbox-admin&client_secret=guess"
				+ "&scope=api%3A%2F%2Fcountersign%2F.default")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void aPersonSaysWhoTheyAreAndTheProgramLearnsIt() throws Exception {
		var code = codeFor("anna.holm@min.example");

		var token = token(redeeming(code, VERIFIER));

		var claims = SignedJWT.parse(token.path("id_token").asString()).getJWTClaimsSet();
		assertThat(claims.getStringClaim("preferred_username")).isEqualTo("anna.holm@min.example");
		assertThat(claims.getStringClaim("nonce")).isEqualTo("n1");
		assertThat(claims.getAudience()).containsExactly("countersign");
	}

	@Test
	void whoeverAsksForAFreshProofGetsOne() throws Exception {
		this.provider.signedInFor(Duration.ofMinutes(20));

		assertThat(authenticatedFor(codeFor("anna.holm@min.example"))).isGreaterThanOrEqualTo(1200);
		assertThat(authenticatedFor(codeFor("anna.holm@min.example&max_age=3600"))).isGreaterThanOrEqualTo(1200);
		assertThat(authenticatedFor(codeFor("anna.holm@min.example&max_age=300"))).isLessThan(60);
		assertThat(authenticatedFor(codeFor("anna.holm@min.example&prompt=login"))).isLessThan(60);
		this.provider.signedInFor(Duration.ZERO);
	}

	@Test
	void aProgramAsksOnceMoreAboutAPersonAndEachTokenWorksOnce() throws Exception {
		var first = token(redeeming(codeFor("anna.holm@min.example&scope=openid+offline_access"), VERIFIER));
		var renewing = "grant_type=refresh_token&client_id=countersign&client_secret=sandbox&refresh_token="
				+ first.path("refresh_token").asString();

		var again = token(renewing);

		assertThat(SignedJWT.parse(again.path("id_token").asString()).getJWTClaimsSet().getSubject())
			.isEqualTo(SignedJWT.parse(first.path("id_token").asString()).getJWTClaimsSet().getSubject());
		assertThat(again.path("refresh_token").asString()).isNotEqualTo(first.path("refresh_token").asString());
		assertThat(post("token", renewing).statusCode()).isEqualTo(400);
		assertThat(token(redeeming(codeFor("anna.holm@min.example"), VERIFIER)).has("refresh_token")).isFalse();
	}

	@Test
	void nobodyIsSignedInUnasked() {
		var answer = get(authorize("&prompt=none"));

		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).contains("error=login_required"));
	}

	private long authenticatedFor(String code) throws Exception {
		var claims = SignedJWT.parse(token(redeeming(code, VERIFIER)).path("id_token").asString()).getJWTClaimsSet();
		return Instant.now().getEpochSecond() - claims.getLongClaim("auth_time");
	}

	@Test
	void aCodeWorksOnceAndOnlyForWhoeverAskedForIt() {
		var stolen = codeFor("anna.holm@min.example");
		var used = codeFor("anna.holm@min.example");
		token(redeeming(used, VERIFIER));

		assertThat(post("token", redeeming(stolen, "another-verifier")).statusCode()).isEqualTo(400);
		assertThat(post("token", redeeming(used, VERIFIER)).statusCode()).isEqualTo(400);
	}

	@Test
	void thePageListsThePeopleInTheBrowsersLanguageAndEscapesTheirNames() {
		var danish = get(authorize("&lang=da")).body();
		var english = get(authorize("&lang=en")).body();

		assertThat(danish).contains("Hvem er du?").contains("Anna Holm").doesNotContain("<script>alert");
		assertThat(english).contains("Who are you?").contains("lang=\"en\"");
	}

	@Test
	void noCodeLeavesThisMachine() {
		var answer = get("/sandbox/oauth2/v2.0/authorize?client_id=countersign&response_type=code"
				+ "&redirect_uri=https%3A%2F%2Fevil.example%2F");

		assertThat(answer.statusCode()).isEqualTo(400);
	}

	@Test
	void anUnknownIssuerIsNotOurs() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> JwtDecoders.fromOidcIssuerLocation(this.tenant.baseUrl() + "/other/v2.0"));
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		return this.provider.answer(event.getRequest()).orElse(event.getResponseDefinition());
	}

	@Override
	public String getName() {
		return "openid";
	}

	private String codeFor(String person) {
		var answer = post("authorize", "client_id=countersign&response_type=code&state=s1&nonce=n1"
				+ (person.contains("&scope=") ? "" : "&scope=openid") + "&code_challenge_method=S256&code_challenge="
				+ CHALLENGE + "&redirect_uri=" + BACK + "&person=" + person);
		var location = answer.headers().firstValue("Location").orElseThrow();
		assertThat(location).startsWith("http://localhost:8080/back?code=").endsWith("&state=s1");
		return location.substring(location.indexOf("code=") + 5, location.indexOf("&state"));
	}

	private static String redeeming(String code, String verifier) {
		return "grant_type=authorization_code&client_id=countersign&client_secret=sandbox&code=" + code
				+ "&redirect_uri=" + BACK + "&code_verifier=" + verifier;
	}

	private static String authorize(String more) {
		return "/sandbox/oauth2/v2.0/authorize?client_id=countersign&response_type=code&redirect_uri=" + BACK + more;
	}

	private JsonNode token(String form) {
		var answer = post("token", form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return new JsonMapper().readTree(answer.body());
	}

	private HttpResponse<String> post(String endpoint, String form) {
		return exchanged(HttpRequest.newBuilder(at("/sandbox/oauth2/v2.0/" + endpoint))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build());
	}

	private HttpResponse<String> get(String path) {
		return exchanged(HttpRequest.newBuilder(at(path)).build());
	}

	private HttpResponse<String> exchanged(HttpRequest request) {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new AssertionError(Map.of("request", request).toString(), ex);
		}
	}

	private URI at(String path) {
		return URI.create(this.tenant.baseUrl() + path);
	}

}
