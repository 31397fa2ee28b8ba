package io.countersign.documents.vault;

import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys that wrap all others and are never in the database. The newest wraps; the
 * others only unwrap, until nothing is left that they have wrapped.
 */
public final class MasterKeys {

	private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

	private final String newest;

	private final Map<String, Key> keys = new LinkedHashMap<>();

	private MasterKeys(Key newest, Collection<Key> others) {
		this.newest = newest.fingerprint();
		others.forEach((key) -> this.keys.put(key.fingerprint(), key));
		this.keys.put(this.newest, newest);
	}

	/** 32 bytes in hexadecimal each. */
	public static MasterKeys of(String newest, Collection<String> others) {
		return new MasterKeys(key(newest), others.stream().map(MasterKeys::key).toList());
	}

	public static boolean isKey(String text) {
		return FORM.matcher(text).matches();
	}

	private static Key key(String text) {
		return Key.of(HexFormat.of().parseHex(text));
	}

	/** The name of the one that wraps, which is derived from the key and says nothing. */
	public String newest() {
		return this.newest;
	}

	public Set<String> names() {
		return Set.copyOf(this.keys.keySet());
	}

	/**
	 * @param id the name of the key in the database
	 */
	public byte[] wrap(Key key, String id) {
		return get(this.newest).wrap(key, purpose(id));
	}

	/**
	 * @param master the name of the one that has wrapped it
	 */
	public Key unwrap(String master, byte[] wrapped, String id) {
		return get(master).unwrap(wrapped, purpose(id));
	}

	private Key get(String name) {
		var key = this.keys.get(name);
		if (key == null) {
			throw new IllegalStateException("The master key %s is not set".formatted(name));
		}
		return key;
	}

	private static String purpose(String id) {
		return "key/" + id;
	}

	@Override
	public String toString() {
		return "(master keys %s)".formatted(this.keys.keySet());
	}

}
