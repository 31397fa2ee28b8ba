package io.countersign.connector.graph;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import com.azure.core.credential.TokenRequestContext;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Secret;
import io.countersign.support.TestDatabase;
import io.countersign.intake.Folder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that cannot prove who it is gets neither a token nor a question. */
class TransportSecurityTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private final WireMockServer selfSigned = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());

	@BeforeEach
	void open() {
		this.selfSigned.start();
		this.selfSigned.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.okJson("{\"access_token\":\"t\",\"expires_in\":300,\"value\":[],"
					+ "\"@odata.deltaLink\":\"http://localhost/next\"}")));
	}

	@AfterEach
	void close() {
		this.selfSigned.stop();
	}

	@Test
	void IN_17_aTokenEndpointWithACertificateOfItsOwnIsRefused() {
		assertThatThrownBy(() -> token("https://localhost:" + this.selfSigned.httpsPort()))
			.hasRootCauseMessage("unable to find valid certification path to requested target");
		assertThat(this.selfSigned.getAllServeEvents()).isEmpty();

		assertThat(token("http://localhost:" + this.selfSigned.port())).isEqualTo("t");
	}

	@Test
	void IN_17_aGraphWithACertificateOfItsOwnIsRefused() {
		assertThatThrownBy(
				() -> mail("https://localhost:" + this.selfSigned.httpsPort()).delta(ANNA, Folder.INBOX, null))
			.isInstanceOf(ConnectorException.Doubtful.class)
			.hasRootCauseMessage("unable to find valid certification path to requested target");
		assertThat(this.selfSigned.findAll(WireMock.getRequestedFor(WireMock.anyUrl()))).isEmpty();

		assertThat(mail("http://localhost:" + this.selfSigned.port()).delta(ANNA, Folder.INBOX, null).last()).isTrue();
	}

	@Test
	void IN_17_aGraphWithoutTlsOnAnotherMachineIsNotAsked() {
		assertThatThrownBy(() -> mail("http://graph.min.example/v1.0").delta(ANNA, Folder.INBOX, null))
			.isInstanceOf(ConnectorException.Doubtful.class)
			.hasRootCauseMessage("Only https is supported");
	}

	private static String token(String endpoint) {
		return new TokenEndpoint(URI.create(endpoint + "/token"), "id", new Secret("secret"))
			.getTokenSync(new TokenRequestContext().addScopes("scope"))
			.getToken();
	}

	private GraphMail mail(String baseUrl) {
		var properties = properties(URI.create(baseUrl),
				URI.create("http://localhost:%d/token".formatted(this.selfSigned.port())));
		var clock = Clock.systemUTC();
		var client = new GraphConfiguration().graphServiceClient(properties, clock);
		var calls = new GraphCalls(new MailboxRests(TestDatabase.fresh().client(), clock));
		return new GraphMail(client, calls, new GraphJson(client, calls), properties);
	}

	static GraphProperties properties(URI baseUrl, @Nullable URI tokenUri) {
		return new GraphProperties(baseUrl, null, "id", new Secret("secret"), null, tokenUri, null, 50,
				Duration.ofDays(3), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(15), 1_000, null);
	}

}
