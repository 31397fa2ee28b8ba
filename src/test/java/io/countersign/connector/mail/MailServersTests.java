package io.countersign.connector.mail;

import java.util.HashMap;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.support.Configured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that cannot prove who it is gets no password. */
class MailServersTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private static final String PATH = "unable to find valid certification path to requested target";

	private final GreenMail servers = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "localhost", "imaps"), new ServerSetup(0, "localhost", "smtps"),
					new ServerSetup(0, "localhost", "imap"), new ServerSetup(0, "localhost", "smtp") });

	@BeforeEach
	void open() {
		this.servers.start();
		this.servers.setUser(ANNA.value(), ANNA.value(), "geheim");
	}

	@AfterEach
	void close() {
		this.servers.stop();
	}

	@Test
	void IN_17_anImapServerWithACertificateOfItsOwnIsRefused() {
		var servers = servers(Map.of("imap.port", this.servers.getImaps().getPort(), "imap.security", "tls"));

		assertThatThrownBy(() -> servers.open(ANNA)).isInstanceOf(ConnectorException.Doubtful.class)
			.hasMessageContaining("cannot prove who it is")
			.hasRootCauseMessage(PATH);
	}

	@Test
	void IN_17_anSmtpServerWithACertificateOfItsOwnIsRefused() {
		var servers = servers(Map.of("smtp.port", this.servers.getSmtps().getPort(), "smtp.security", "tls"));

		assertThatThrownBy(() -> servers.submit(ANNA)).isInstanceOf(ConnectorException.Doubtful.class)
			.hasMessageContaining("cannot prove who it is")
			.hasRootCauseMessage(PATH);
	}

	@Test
	void IN_17_aServerThatOffersNoTlsWhereItIsAskedForGetsNoPassword() {
		var servers = servers(Map.of("imap.security", "starttls", "smtp.security", "starttls"));

		assertThatThrownBy(() -> servers.open(ANNA)).isInstanceOf(ConnectorException.Doubtful.class);
		assertThatThrownBy(() -> servers.submit(ANNA)).isInstanceOf(ConnectorException.Doubtful.class);
	}

	@Test
	void onThisMachineItMayGoWithout() {
		var servers = servers(Map.of());

		try (var mailbox = servers.open(ANNA)) {
			assertThat(mailbox.examine(Folder.INBOX).behind(0)).isEmpty();
		}
		servers.submit(ANNA).close();
	}

	@Test
	void aLoginThatIsNotAcceptedIsTriedAgainLater() {
		var servers = servers(Map.of("imap.password", "another"));

		assertThatThrownBy(() -> servers.open(ANNA)).isInstanceOf(ConnectorException.Busy.class)
			.hasMessage("The mail server does not accept our login for anna@min.example.");
	}

	@Test
	void aMailboxWithoutAPasswordIsNamed() {
		var settings = new HashMap<String, Object>(Map.of("accounts[0].address", "bo@min.example",
				"accounts[0].password", "geheim", "imap.host", "localhost", "smtp.host", "localhost"));
		var servers = new MailServers(Configured.from(MailProperties.class, settings));

		assertThatThrownBy(() -> servers.open(ANNA)).isInstanceOf(ConnectorException.Refused.class)
			.hasMessageContaining("anna@min.example");
	}

	private MailServers servers(Map<String, Object> settings) {
		var all = new HashMap<String, Object>(Map.of("imap.host", "localhost", "imap.port",
				this.servers.getImap().getPort(), "imap.security", "none", "imap.password", "geheim", "smtp.host",
				"localhost", "smtp.port", this.servers.getSmtp().getPort(), "smtp.security", "none"));
		all.putAll(settings);
		return new MailServers(Configured.from(MailProperties.class, all));
	}

}
