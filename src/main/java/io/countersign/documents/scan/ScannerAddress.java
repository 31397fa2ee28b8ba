package io.countersign.documents.scan;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Where a scanner listens. */
public sealed interface ScannerAddress {

	/** What it looks like in the configuration. */
	String FORMS = "tcp://host:port or unix:/path/of/the/socket";

	/** A port of a machine. */
	record Tcp(String host, int port) implements ScannerAddress {
	}

	/** A socket in the file system. */
	record Unix(UnixDomainSocketAddress path) implements ScannerAddress {
	}

	static Optional<ScannerAddress> parse(String written) {
		try {
			var uri = new URI(written.strip());
			return switch (String.valueOf(uri.getScheme())) {
				case "tcp" -> tcp(uri);
				case "unix" -> unix(uri);
				default -> Optional.empty();
			};
		}
		catch (URISyntaxException | InvalidPathException ex) {
			return Optional.empty();
		}
	}

	/** A name is looked up each time: machines move. */
	default SocketAddress resolved() {
		return switch (this) {
			case Tcp tcp -> new InetSocketAddress(tcp.host(), tcp.port());
			case Unix unix -> unix.path();
		};
	}

	/** Not connected yet. */
	default SocketChannel channel() throws IOException {
		return switch (this) {
			case Tcp _ -> SocketChannel.open();
			case Unix _ -> SocketChannel.open(StandardProtocolFamily.UNIX);
		};
	}

	private static Optional<ScannerAddress> tcp(URI uri) {
		var whole = uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536 && uri.getUserInfo() == null
				&& uri.getQuery() == null && uri.getFragment() == null && uri.getPath().length() <= 1;
		return whole ? Optional.of(new Tcp(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort())) : Optional.empty();
	}

	private static Optional<ScannerAddress> unix(URI uri) {
		var path = (uri.getAuthority() == null) ? uri.getPath() : null;
		return (path != null && path.startsWith("/") && path.length() > 1)
				? Optional.of(new Unix(UnixDomainSocketAddress.of(path))) : Optional.empty();
	}

}
