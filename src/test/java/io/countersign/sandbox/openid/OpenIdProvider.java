package io.countersign.sandbox.openid;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.page.Pages;

/** The addresses Entra ID has for a tenant, here for the tenant {@code sandbox}. */
public final class OpenIdProvider {

	private static final String TENANT = "sandbox";

	private static final String OAUTH = "/" + TENANT + "/oauth2/v2.0/";

	private final Supplier<URI> tenantUri;

	private final Tokens tokens;

	private final Authorization authorization;

	private final TokenEndpoint tokenEndpoint;

	/**
	 * Opens the provider.
	 * @param tenantUri where the tenant listens, known once it does
	 * @param people who may sign in
	 */
	public OpenIdProvider(Supplier<URI> tenantUri, Supplier<List<Account>> people, Pages pages, Clock clock) {
		this.tenantUri = tenantUri;
		this.tokens = new Tokens(this::issuer, TENANT, clock);
		var signIns = new SignIns(clock);
		this.authorization = new Authorization(people, signIns, pages, clock);
		this.tokenEndpoint = new TokenEndpoint(this.tokens, signIns, people);
	}

	public URI issuer() {
		return this.tenantUri.get().resolve("/" + TENANT + "/v2.0");
	}

	/** People have signed in so long ago, at another program of the tenant. */
	public void signedInFor(Duration time) {
		this.authorization.signedInFor(time);
	}

	/** Knows this person on every device, as long as nobody has to prove himself anew. */
	public void remembers(Optional<String> address) {
		this.authorization.remembers(address);
	}

	/** Answers requests for the provider, and only those. */
	public Optional<ResponseDefinition> answer(Request request) {
		var path = URI.create(request.getUrl()).getPath();
		return Optional.ofNullable(switch (path) {
			case "/" + TENANT + "/v2.0/.well-known/openid-configuration" -> Answers.json(200, discovery());
			case "/" + TENANT + "/discovery/v2.0/keys" -> Answers.json(200, this.tokens.publicKeys());
			case OAUTH + "authorize" -> this.authorization.answer(request);
			case OAUTH + "token" -> this.tokenEndpoint.answer(request);
			case OAUTH + "logout" -> afterSignOut(request);
			default -> null;
		});
	}

	private Map<String, Object> discovery() {
		return Map.ofEntries(Map.entry("issuer", issuer().toString()),
				Map.entry("authorization_endpoint", at(OAUTH + "authorize")),
				Map.entry("token_endpoint", at(OAUTH + "token")),
				Map.entry("jwks_uri", at("/" + TENANT + "/discovery/v2.0/keys")),
				Map.entry("end_session_endpoint", at(OAUTH + "logout")),
				Map.entry("response_types_supported", List.of("code")),
				Map.entry("response_modes_supported", List.of("query")),
				Map.entry("grant_types_supported",
						List.of("authorization_code", "client_credentials", "refresh_token")),
				Map.entry("subject_types_supported", List.of("pairwise")),
				Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
				Map.entry("code_challenge_methods_supported", List.of("S256")),
				Map.entry("scopes_supported", List.of("openid", "profile", "email", SignIns.STAYS)), Map.entry(
						"token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic")));
	}

	private static ResponseDefinition afterSignOut(Request request) {
		return Answers.parameter(request, "post_logout_redirect_uri")
			.filter(Client::isLocal)
			.map(Answers::redirect)
			.orElseGet(() -> ResponseDefinitionBuilder.responseDefinition().withStatus(204).build());
	}

	private String at(String path) {
		return this.tenantUri.get().resolve(path).toString();
	}

}
