package io.countersign.documents;

import java.security.SecureRandom;
import java.util.HexFormat;

import io.countersign.documents.vault.Key;

/**
 * An encrypted object in the bucket.
 *
 * @param name drawn by lot: it says nothing of what lies there
 */
record PreparedObject(byte[] name, Key key) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int LENGTH = 32;

	static PreparedObject drawn() {
		var name = new byte[LENGTH];
		RANDOM.nextBytes(name);
		return new PreparedObject(name, Key.random());
	}

	static String text(byte[] name) {
		return HexFormat.of().formatHex(name);
	}

}
