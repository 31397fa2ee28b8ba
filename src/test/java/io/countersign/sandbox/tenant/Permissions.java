package io.countersign.sandbox.tenant;

import java.text.ParseException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;

/** Which program calls, and which mailboxes its administrators let it reach. */
final class Permissions {

	private final Map<String, Set<String>> scopes = new ConcurrentHashMap<>();

	private final Set<String> migrating = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	Permissions(Clock clock) {
		this.clock = clock;
	}

	/** The program a token was given to; none for an expired or missing one. */
	Optional<String> app(String authorization) {
		if (!authorization.startsWith("Bearer ") || authorization.length() < 9) {
			return Optional.empty();
		}
		try {
			var claims = SignedJWT.parse(authorization.substring(7)).getJWTClaimsSet();
			return Optional.ofNullable(claims.getExpirationTime())
				.filter((expires) -> expires.toInstant().isAfter(this.clock.instant()))
				.flatMap((_) -> Optional.ofNullable(claims.getClaim("appid")))
				.map(String::valueOf);
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

	boolean reaches(String app, String mailbox) {
		var scope = this.scopes.get(app);
		return scope == null || scope.contains(mailbox);
	}

	/** Whether the program may bring messages from elsewhere into Teams. */
	boolean migrates(String app) {
		return this.migrating.contains(app);
	}

	void widen() {
		this.scopes.clear();
		this.migrating.clear();
	}

	/**
	 * {@code mailboxes} by address; without them the program reaches all.
	 * {@code migrates} for a program with the role Teamwork.Migrate.All.
	 */
	void narrow(String app, JsonNode json) {
		if (json.path("migrates").asBoolean(false)) {
			this.migrating.add(app);
		}
		else {
			this.migrating.remove(app);
		}
		if (!json.has("mailboxes")) {
			this.scopes.remove(app);
			return;
		}
		this.scopes.put(app,
				json.path("mailboxes")
					.valueStream()
					.map((address) -> address.asString().toLowerCase(Locale.ROOT))
					.collect(Collectors.toUnmodifiableSet()));
	}

}
