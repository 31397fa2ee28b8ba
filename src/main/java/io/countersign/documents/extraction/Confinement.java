package io.countersign.documents.extraction;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.crypto.Cipher;

/**
 * Takes the network and the files away from inside, where the platform has not done it
 * from outside: no name is resolved (see the command that starts the process), no socket
 * opens, no remote address is understood, and the kernel shows no file but those of the
 * program and those of its own directory.
 */
final class Confinement {

	private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");

	private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime",
			"/etc/fonts", "/dev/urandom", "/dev/random", "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat",
			"/sys/fs/cgroup");

	private Confinement() {
	}

	/**
	 * Answers whether the kernel keeps all other files from what is read from now on by
	 * this thread and those it starts.
	 */
	static boolean begin() throws IOException, GeneralSecurityException {
		noNetwork();
		return isLinux() && Landlock.restrict(program(), Path.of(System.getProperty("java.io.tmpdir")));
	}

	private static boolean isLinux() {
		return System.getProperty("os.name").equals("Linux");
	}

	/**
	 * What the program itself is read from: Java, its classes, the libraries and fonts of
	 * the system, and what it may know of its own process.
	 */
	private static List<Path> program() throws IOException {
		var places = new ArrayList<>(SYSTEM);
		places.add(System.getProperty("java.home"));
		// Where Debian keeps the settings of Java.
		places.add("/etc/java-%d-openjdk".formatted(Runtime.version().feature()));
		places.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
		var found = new ArrayList<Path>();
		for (var place : places) {
			var path = Path.of(place);
			if (!place.isEmpty() && Files.exists(path)) {
				found.add(path.toRealPath());
			}
		}
		return found;
	}

	@SuppressWarnings("deprecation")
	private static void noNetwork() throws IOException, GeneralSecurityException {
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
