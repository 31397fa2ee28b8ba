package io.countersign.verdicts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** How policies, facts and judgements are written down. */
final class Policies {

	static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultVisibility((all) -> all.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.build();

	private Policies() {
	}

	/** The same settings have the same version at every bridge. */
	static String version(VerdictProperties policy) {
		try {
			var digest = MessageDigest.getInstance("SHA-256")
				.digest(policy.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
