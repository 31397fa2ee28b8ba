package io.countersign;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.jspecify.annotations.Nullable;

/**
 * The hosts that this process calls: before a connection is made its clients for HTTP,
 * and Java's sockets, ask whether there is a proxy on the way.
 */
final class CalledHosts extends ProxySelector implements AutoCloseable {

	private final @Nullable ProxySelector before = ProxySelector.getDefault();

	private final Set<String> hosts = new ConcurrentSkipListSet<>();

	private CalledHosts() {
	}

	/** From now on. */
	static CalledHosts watched() {
		var watched = new CalledHosts();
		ProxySelector.setDefault(watched);
		return watched;
	}

	Set<String> hosts() {
		return Set.copyOf(this.hosts);
	}

	@Override
	public List<Proxy> select(URI address) {
		this.hosts.add(String.valueOf(address.getHost()));
		return List.of(Proxy.NO_PROXY);
	}

	@Override
	public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
	}

	@Override
	public void close() {
		ProxySelector.setDefault(this.before);
	}

}
