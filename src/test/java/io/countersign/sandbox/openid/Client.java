package io.countersign.sandbox.openid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import com.github.tomakehurst.wiremock.http.Request;

/** A program registered in the tenant. */
record Client(String id) {

	private static final Set<String> REGISTERED = Set.of("sandbox-admin", "case-system", "countersign", "only-read",
			"only-decide", "only-manage", "only-review", "only-audit", "only-wall");

	private static final String SECRET = "sandbox";

	static Optional<Client> registered(String id) {
		return Optional.of(id).filter(REGISTERED::contains).map(Client::new);
	}

	/** The program that sent the request, when its secret is right. */
	static Optional<Client> authenticated(Request request) {
		var basic = Optional.ofNullable(request.getHeader("Authorization"))
			.filter((header) -> header.startsWith("Basic "))
			.map((header) -> new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8));
		var id = basic.map((pair) -> pair.split(":", 2)[0]).or(() -> Answers.parameter(request, "client_id"));
		var secret = basic.map((pair) -> pair.substring(pair.indexOf(':') + 1))
			.or(() -> Answers.parameter(request, "client_secret"));
		return secret.filter(SECRET::equals).flatMap((proven) -> id).flatMap(Client::registered);
	}

	/** A sandbox sends codes only to this machine. */
	static boolean isLocal(String redirectUri) {
		var uri = URI.create(redirectUri);
		return Set.of("localhost", "127.0.0.1").contains(Optional.ofNullable(uri.getHost()).orElse(""));
	}

}
