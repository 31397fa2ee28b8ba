package io.countersign.documents.extraction;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tries in the box of the reading process what nobody may do there, and says how it went.
 */
final class Prisoner {

	private Prisoner() {
	}

	/** Something that may be refused. */
	@FunctionalInterface
	private interface Attempt {

		void make() throws Exception;

	}

	/**
	 * @param arguments a secret file, the process that has the environment, a port
	 */
	public static void main(String[] arguments) throws Exception {
		var secret = Path.of(arguments[0]);
		say("boxed " + Confinement.begin());
		attempt("read", () -> Files.readString(secret));
		attempt("list", () -> Files.newDirectoryStream(secret.getParent()).close());
		attempt("write", () -> Files.writeString(secret.resolveSibling("written"), "x"));
		attempt("change", () -> Files.writeString(secret, "x"));
		attempt("delete", () -> Files.delete(secret));
		attempt("link", () -> Files.createLink(Path.of(System.getProperty("java.io.tmpdir"), "link"), secret));
		attempt("environment", () -> Files.readString(Path.of("/proc", arguments[1], "environ")));
		attempt("start", () -> new ProcessBuilder("/bin/true").start().waitFor());
		attempt("connect",
				() -> SocketChannel.open(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[2]))).close());
		var later = new Thread(() -> attempt("thread", () -> Files.readString(secret)));
		later.start();
		later.join();
		attempt("own", () -> Files.delete(Files.writeString(Files.createTempFile("own", null), "x")));
	}

	private static void attempt(String name, Attempt attempt) {
		try {
			attempt.make();
			say(name + " done");
		}
		catch (Exception ex) {
			say(name + " refused");
		}
	}

	private static void say(String line) {
		System.out.println(line);
	}

}
