package io.countersign.intake;

import java.nio.charset.StandardCharsets;

/** A mail as intake reads it, for tests of other modules. */
public final class ReceivedMail {

	private ReceivedMail() {
	}

	/**
	 * @param mail written in UTF-8; line ends become CRLF
	 */
	public static Message of(String mail) {
		return Mails.parse(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
	}

}
