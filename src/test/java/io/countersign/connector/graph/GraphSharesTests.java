package io.countersign.connector.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.countersign.connector.ConnectorException;
import io.countersign.documents.CloudStore.Fetched;
import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.TenantControl;
import io.countersign.support.Configured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of a link to our own SharePoint, as Graph treats it (fact sheet 5.5). */
class GraphSharesTests {

	private static final SandboxTenant TENANT = SandboxTenant.start(0, 0);

	private static final List<URI> SITES = List.of(URI.create("https://min.sharepoint.com/sites/sager"));

	private static final byte[] TABLE = "Tabel 1: 10 mio. kr.".getBytes(StandardCharsets.UTF_8);

	private final TenantControl control = new TenantControl(TENANT.uri());

	private final GraphShares shares = new GraphShares(Configured.from(GraphProperties.class,
			Map.of("base-url", TENANT.uri() + "/v1.0", "token-uri", TENANT.uri() + "/sandbox/oauth2/v2.0/token",
					"client-id", "sandbox-admin", "client-secret", "sandbox")));

	private final URI link = URI
		.create("https://min.sharepoint.com/sites/sager/Delte%20dokumenter/" + UUID.randomUUID() + ".txt?e=aBc");

	@AfterEach
	void heals() {
		this.control.heal();
	}

	@AfterAll
	static void close() {
		TENANT.close();
	}

	@Test
	void IN_15_aFileOfOurSiteIsFetchedWithItsVersionAndWithoutOurToken() throws IOException {
		share(Map.of());

		var file = (Fetched.Whole) fetch();

		try (var content = file.content()) {
			assertThat(content.open().readAllBytes()).isEqualTo(TABLE);
			assertThat(file.name()).isEqualTo("budget.txt");
			assertThat(file.mediaType()).isEqualTo("text/plain");
			assertThat(file.version().etag()).isEqualTo("\"{A1},1\"");
			assertThat(file.version().ctag()).isEqualTo("\"c:{A1},1\"");
			assertThat(file.version().label()).contains("1.0");
			assertThat(file.version().modifiedAt()).isPresent();
		}
	}

	@Test
	void aLaterVersionIsAnother() {
		share(Map.of());
		share(Map.of());

		var file = (Fetched.Whole) fetch();

		assertThat(file.version().label()).contains("2.0");
		file.content().close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "403 | SharePoint gives us no access to it.",
			"404 | it is not there any more, or its link has ended.",
			"410 | it is not there any more, or its link has ended.", "423 | SharePoint does not give it out (423)." })
	void whatGraphRefusesIsALinkWithItsReason(int status, String reason) {
		share(Map.of("status", Integer.toString(status)));

		assertThat(reason(fetch())).contains("It is kept as a link only: " + reason);
	}

	@Test
	void aLinkThatLeadsNowhereIsALink() {
		assertThat(reason(fetch()))
			.contains("It is kept as a link only: it is not there any more, or its link has ended.");
	}

	@Test
	void whatIsTooLargeIsALink() {
		share(Map.of());

		assertThat(reason(this.shares.fetch(this.link, SITES, TABLE.length - 1))).hasValueSatisfying(
				(reason) -> assertThat(reason).startsWith("It is kept as a link only: it is larger than"));
	}

	@Test
	void aFolderIsALink() {
		share(Map.of("folder", "true"));

		assertThat(reason(fetch())).contains("It is kept as a link only: it is no single file.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://min.sharepoint.com/sites/hr/loen.txt",
			"https://min.sharepoint.com/sites/sagerne/a.txt", "https://min.sharepoint.com/sites/sager/../hr/loen.txt",
			"https://andre.sharepoint.com/sites/sager/a.txt" })
	void IN_15_noCopyIsTakenFromASiteThatIsNotNamed(String address) {
		this.control.share(URI.create(address), "loen.txt", TABLE, Map.of());

		assertThat(reason(this.shares.fetch(URI.create(address), SITES, 1_000)))
			.contains("It is kept as a link only: copies are not taken from where it lies.");
	}

	@Test
	void IN_15_aRedirectToAnotherHostIsNotFollowed() throws IOException {
		var visits = new AtomicInteger();
		try (var foreign = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> count(foreign, visits));
			for (var place : List.of("http://127.0.0.1:" + foreign.getLocalPort() + "/x",
					"https://min.sharepoint.com.evil.example/x", "http://min.sharepoint.com/x",
					"https://a@min.sharepoint.com/x", "file:///etc/passwd", "/relative", "not an address")) {
				share(Map.of("leadsTo", place));
				assertThat(reason(fetch())).as(place)
					.contains("It is kept as a link only: SharePoint leads to a host that is not our tenant's.");
			}
		}
		assertThat(visits).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void RL_05_aPauseThatIsAskedForIsKept(int status) {
		share(Map.of("status", Integer.toString(status)));

		assertThatExceptionOfType(ConnectorException.Busy.class).isThrownBy(this::fetch)
			.satisfies((busy) -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
	}

	@Test
	void noUsableAnswerIsADoubtAndNoLink() {
		share(Map.of("status", "500"));
		assertThatExceptionOfType(ConnectorException.Doubtful.class).isThrownBy(this::fetch);

		share(Map.of());
		this.control.fault(Map.of("match", Map.of("path", "/v1.0/shares"), "kind", "reset"));
		assertThatExceptionOfType(ConnectorException.Doubtful.class).isThrownBy(this::fetch);
	}

	@Test
	void whatChangesWhileItIsFetchedIsAskedForAgain() {
		share(Map.of("restless", "true"));

		assertThatExceptionOfType(ConnectorException.Doubtful.class).isThrownBy(this::fetch)
			.withMessageContaining("It changed while it was fetched");
	}

	private Fetched fetch() {
		return this.shares.fetch(this.link, SITES, 1_000_000);
	}

	private void share(Map<String, String> habits) {
		this.control.share(this.link, "budget.txt", TABLE, habits);
	}

	private static Optional<String> reason(Fetched fetched) {
		return (fetched instanceof Fetched.LinkOnly only) ? Optional.of(only.reason()) : Optional.empty();
	}

	private static void count(ServerSocket door, AtomicInteger visits) {
		try {
			while (true) {
				door.accept().close();
				visits.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

}
