package io.countersign.documents.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server of this machine that can be cut at once or in the middle. */
public final class CutLine {

	private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final int far;

	private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

	private final AtomicLong calls = new AtomicLong();

	CutLine(int far) throws IOException {
		this.far = far;
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.near.getLocalPort();
	}

	/** How often somebody has connected. */
	public long calls() {
		return this.calls.get();
	}

	/** Nothing passes any more. */
	public void cut() {
		cutAfter(0);
	}

	/** So many bytes pass towards the server, and nothing behind them. */
	public void cutAfter(long bytes) {
		this.left.set(bytes);
	}

	public void mend() {
		this.left.set(Long.MAX_VALUE);
	}

	private void accept() {
		while (!this.near.isClosed()) {
			try {
				var caller = this.near.accept();
				this.calls.incrementAndGet();
				Thread.ofVirtual().start(() -> connect(caller));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void connect(Socket caller) {
		try (caller; var server = new Socket(InetAddress.getLoopbackAddress(), this.far)) {
			Thread.ofVirtual().start(() -> answer(server, caller));
			var buffer = new byte[1 << 16];
			var in = caller.getInputStream();
			for (var count = in.read(buffer); count >= 0 && this.left.addAndGet(-count) > 0; count = in.read(buffer)) {
				server.getOutputStream().write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			// Either side has hung up, which is what a line is for.
		}
	}

	private static void answer(Socket server, Socket caller) {
		try {
			server.getInputStream().transferTo(caller.getOutputStream());
			caller.close();
		}
		catch (IOException ex) {
			// As above.
		}
	}

}
