package io.countersign.sandbox.openid;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins whose code has not been redeemed yet. */
final class SignIns {

	private static final Duration REDEEMED_WITHIN = Duration.ofMinutes(5);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, SignIn> open = new ConcurrentHashMap<>();

	private final Clock clock;

	SignIns(Clock clock) {
		this.clock = clock;
	}

	String remember(SignIn signIn) {
		var bytes = new byte[24];
		this.random.nextBytes(bytes);
		var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.open.put(code, signIn);
		return code;
	}

	/** A code works once, whatever comes of it. */
	Optional<SignIn> redeem(String code) {
		var oldest = this.clock.instant().minus(REDEEMED_WITHIN);
		return Optional.ofNullable(this.open.remove(code)).filter((signIn) -> signIn.at().isAfter(oldest));
	}

}
