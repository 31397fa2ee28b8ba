package io.countersign.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A node of the Merkle tree of RFC 6962 section 2.1: 32 bytes of SHA-256.
 *
 * @param hex in small letters
 */
record TreeHash(String hex) {

	/** The root of the tree without leaves. */
	static final TreeHash EMPTY = new TreeHash(HexFormat.of().formatHex(sha256().digest()));

	private static final byte LEAF = 0;

	private static final byte NODE = 1;

	/** A leaf is the hash of an entry, as 32 bytes. */
	static TreeHash ofEntry(String entryHash) {
		var digest = sha256();
		digest.update(LEAF);
		return new TreeHash(HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(entryHash))));
	}

	/** The node above this one and its right neighbour. */
	TreeHash and(TreeHash right) {
		var digest = sha256();
		digest.update(NODE);
		digest.update(bytes());
		return new TreeHash(HexFormat.of().formatHex(digest.digest(right.bytes())));
	}

	/**
	 * @throws IllegalArgumentException when it is no base64
	 */
	static TreeHash ofBase64(String base64) {
		return new TreeHash(HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
	}

	String base64() {
		return Base64.getEncoder().encodeToString(bytes());
	}

	byte[] bytes() {
		return HexFormat.of().parseHex(this.hex);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
