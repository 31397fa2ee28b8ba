package io.countersign.sandbox.openid;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * The tenant's key pair. Another tenant has another one, so its tokens are refused. To
 * make a pair takes a second of a processor, so the tenants of a JVM share three of them
 * in turns.
 */
final class SigningKey {

	private static final int MOST = 3;

	private static final Map<Integer, RSAKey> MADE = new ConcurrentHashMap<>();

	private static final AtomicInteger TURN = new AtomicInteger();

	private final RSAKey key = MADE.computeIfAbsent(TURN.getAndIncrement() % MOST, (_) -> made());

	private static RSAKey made() {
		try {
			return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String sign(JWTClaimsSet claims) {
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
			.keyID(this.key.getKeyID())
			.build();
		var token = new SignedJWT(header, claims);
		try {
			token.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	/** What everybody may know of it, as a JWK set. */
	String publicKeys() {
		return new JWKSet(this.key.toPublicJWK()).toString();
	}

}
