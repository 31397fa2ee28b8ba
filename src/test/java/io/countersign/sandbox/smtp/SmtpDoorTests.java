package io.countersign.sandbox.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpDoorTests implements Letterbox {

	private final Map<String, String> delivered = new ConcurrentHashMap<>();

	private final SmtpDoor door = SmtpDoor.open(0, "min.example", this, Clock.systemUTC());

	@AfterEach
	void close() {
		this.door.close();
	}

	@Test
	void mailForAMailboxArrivesByteForByteBelowTheStamps() throws IOException {
		var answer = send("mette@region.example", "anna.holm@min.example", "mette@region.example");

		assertThat(answer).startsWith("250");
		assertThat(this.delivered.get("anna.holm@min.example")).startsWith("Received: from sender.example")
			.contains("dmarc=pass")
			.endsWith(mail("mette@region.example"));
	}

	@Test
	void anOutsideServerThatWritesAsTheMinisterFails() throws IOException {
		send("x@evil.example", "bo.lind@min.example", "anna.holm@min.example");

		assertThat(this.delivered.get("bo.lind@min.example")).contains("dmarc=fail")
			.contains("header.from=min.example")
			.contains("spf=pass");
	}

	@Test
	void theTenantsOwnDomainCannotBeClaimedOnTheEnvelopeEither() throws IOException {
		send("anna.holm@min.example", "bo.lind@min.example", "anna.holm@min.example");

		assertThat(this.delivered.get("bo.lind@min.example")).contains("spf=fail").contains("dmarc=fail");
	}

	@Test
	void anUnknownAddressIsRefused() throws IOException {
		assertThat(send("mette@region.example", "nobody@min.example", "mette@region.example")).startsWith("550");
		assertThat(this.delivered).isEmpty();
	}

	@Override
	public boolean belongsTo(String address) {
		return !address.startsWith("nobody") && address.endsWith("@min.example");
	}

	@Override
	public void deliver(String address, byte[] mime) {
		this.delivered.put(address, new String(mime, StandardCharsets.US_ASCII));
	}

	private static String mail(String from) {
		return "From: Somebody <%s>\r\nSubject: Hello\r\n\r\n.leading dot\r\n".formatted(from);
	}

	/** Answers the first refusal, or the answer to the mail. */
	private String send(String returnPath, String recipient, String from) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.door.port());
				var answers = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
			answers.readLine();
			for (var command : new String[] { "HELO sender.example", "MAIL FROM:<" + returnPath + ">",
					"RCPT TO:<" + recipient + ">", "DATA", mail(from).replace("\r\n.", "\r\n..") + "." }) {
				socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
				var answer = answers.readLine();
				if (answer.startsWith("5") || command.endsWith("\n.")) {
					return answer;
				}
			}
			throw new AssertionError("no answer");
		}
	}

}
