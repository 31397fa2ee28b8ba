package io.countersign.connector.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.countersign.identity.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens by client credentials (RFC 6749 section 4.4) from an endpoint that is not Entra
 * ID, whose own client takes no other.
 */
final class TokenEndpoint implements TokenCredential {

	private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

	private static final Duration EARLY = Duration.ofMinutes(2);

	private final JsonMapper json = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(ANSWERS_WITHIN)
		.build();

	private final URI endpoint;

	private final String clientId;

	private final Secret secret;

	private volatile @Nullable AccessToken token;

	TokenEndpoint(URI endpoint, String clientId, Secret secret) {
		this.endpoint = endpoint;
		this.clientId = clientId;
		this.secret = secret;
	}

	@Override
	public Mono<AccessToken> getToken(TokenRequestContext request) {
		return Mono.fromCallable(() -> getTokenSync(request));
	}

	@Override
	public AccessToken getTokenSync(TokenRequestContext request) {
		var kept = this.token;
		if (kept != null && kept.getExpiresAt().minus(EARLY).isAfter(OffsetDateTime.now(ZoneOffset.UTC))) {
			return kept;
		}
		var fetched = fetch(String.join(" ", request.getScopes()));
		this.token = fetched;
		return fetched;
	}

	private AccessToken fetch(String scope) {
		var form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
			.formatted(encoded(this.clientId), encoded(this.secret.value()), encoded(scope));
		var request = HttpRequest.newBuilder(this.endpoint)
			.timeout(ANSWERS_WITHIN)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		try {
			var response = this.client.send(request, BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IOException("The token endpoint answered " + response.statusCode());
			}
			var answer = this.json.readTree(response.body());
			return new AccessToken(answer.path("access_token").asString(),
					OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(answer.path("expires_in").asLong(300)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a token was asked for", ex);
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
