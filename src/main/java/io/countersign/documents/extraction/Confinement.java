package io.countersign.documents.extraction;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Set;

import javax.crypto.Cipher;

/**
 * Takes the network away from inside, where the platform has not done it from outside: no
 * name is resolved (see the command that starts the process), no socket opens, no remote
 * address is understood.
 */
final class Confinement {

	private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");

	private Confinement() {
	}

	@SuppressWarnings("deprecation")
	static void begin() throws IOException, GeneralSecurityException {
		// What the JDK's cryptography says of itself names an address, which it must be
		// able
		// to make: files with a password are told apart by it.
		Cipher.getMaxAllowedKeyLength("AES");
		Socket.setSocketImplFactory(() -> {
			throw new IllegalStateException("There is no network here");
		});
		ServerSocket.setSocketFactory(() -> {
			throw new IllegalStateException("There is no network here");
		});
		URL.setURLStreamHandlerFactory((protocol) -> {
			if (REMOTE.contains(protocol)) {
				throw new IllegalStateException("There is no network here");
			}
			return null;
		});
	}

}
