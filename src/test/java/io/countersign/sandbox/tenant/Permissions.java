package io.countersign.sandbox.tenant;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
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

	private final Map<String, Before> before = new ConcurrentHashMap<>();

	private final Habits habits;

	private final Clock clock;

	Permissions(Habits habits, Clock clock) {
		this.habits = habits;
		this.clock = clock;
	}

	/**
	 * What held until a scope was changed, and holds on for a while.
	 *
	 * @param scope empty for all mailboxes
	 */
	private record Before(Optional<Set<String>> scope, Instant until) {
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
		var now = this.clock.instant();
		var scope = Optional.ofNullable(this.before.get(app))
			.filter((one) -> one.until().isAfter(now))
			.map(Before::scope)
			.orElseGet(() -> Optional.ofNullable(this.scopes.get(app)));
		return scope.isEmpty() || scope.get().contains(mailbox);
	}

	/** Whether the program may bring messages from elsewhere into Teams. */
	boolean migrates(String app) {
		return this.migrating.contains(app);
	}

	void widen() {
		this.scopes.clear();
		this.before.clear();
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
		this.before.put(app, new Before(Optional.ofNullable(this.scopes.get(app)),
				this.clock.instant().plus(this.habits.grantDelay)));
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
