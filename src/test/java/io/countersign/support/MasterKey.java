package io.countersign.support;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** A master key that this JVM has made, and forgets with its databases. */
public final class MasterKey {

	public static final String HEX = another();

	public static final Map<String, Object> SETTING = Map.of("countersign.content.master-key", HEX);

	private MasterKey() {
	}

	public static String another() {
		var bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
