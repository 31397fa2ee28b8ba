package io.countersign.sandbox.smtp;

import java.time.Clock;
import java.util.concurrent.Executors;

import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server that the tenant's MX record names. */
public final class SmtpDoor implements AutoCloseable {

	private static final int LARGEST_MESSAGE = 36 * 1024 * 1024;

	private final SMTPServer server;

	private SmtpDoor(SMTPServer server) {
		this.server = server;
	}

	/**
	 * Opens the door.
	 * @param port 0 for a free one
	 * @param domain the tenant's own domain, which no outside server may write for
	 */
	public static SmtpDoor open(int port, String domain, Letterbox letterbox, Clock clock) {
		var stamp = new BorderStamp(domain, clock);
		var server = SMTPServer.port(port)
			.hostName("mx." + domain)
			.softwareName("sandbox")
			.insertReceivedHeaders(false)
			.maxMessageSize(LARGEST_MESSAGE)
			.executorService(Executors.newVirtualThreadPerTaskExecutor())
			.messageHandlerFactory((context) -> new IncomingMail(context, letterbox, stamp))
			.build();
		server.start();
		return new SmtpDoor(server);
	}

	public int port() {
		return this.server.getPortAllocated();
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
