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

	/** The scope by which a program may ask again later. */
	static final String STAYS = "offline_access";

	private static final Duration REDEEMED_WITHIN = Duration.ofMinutes(5);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, SignIn> open = new ConcurrentHashMap<>();

	private final Map<String, SignIn> kept = new ConcurrentHashMap<>();

	private final Clock clock;

	SignIns(Clock clock) {
		this.clock = clock;
	}

	String remember(SignIn signIn) {
		var code = drawn();
		this.open.put(code, signIn);
		return code;
	}

	/** A token by which a program asks about the person again. */
	String keep(SignIn signIn) {
		var token = drawn();
		this.kept.put(token, signIn);
		return token;
	}

	Optional<SignIn> renew(String token) {
		return Optional.ofNullable(this.kept.remove(token));
	}

	private String drawn() {
		var bytes = new byte[24];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** A code works once, whatever comes of it. */
	Optional<SignIn> redeem(String code) {
		var oldest = this.clock.instant().minus(REDEEMED_WITHIN);
		return Optional.ofNullable(this.open.remove(code)).filter((signIn) -> signIn.at().isAfter(oldest));
	}

}
