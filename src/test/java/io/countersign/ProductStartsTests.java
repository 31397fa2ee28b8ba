package io.countersign;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.regex.Pattern;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** All modules together, on an empty database, while the tenant is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class ProductStartsTests {

	private static final Pattern SENDERS = Pattern.compile("micrometer-registry-(?!prometheus)|exporter-otlp|zipkin"
			+ "|applicationinsights|sentry|newrelic|datadog|analytics", Pattern.CASE_INSENSITIVE);

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	private static final CalledHosts CALLED = CalledHosts.watched();

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private ScheduledTaskHolder chores;

	@AfterAll
	static void letGo() {
		CALLED.close();
	}

	@DynamicPropertySource
	static void anEmptyDatabase(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.empty()::jdbcUrl);
	}

	@Test
	void itIsReadyWithoutTheTenant() throws Exception {
		assertThat(get(this.managementPort, "/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(get(this.managementPort, "/actuator/prometheus").body()).contains("countersign_work_due");
	}

	@Test
	void thePublicPortShowsNoActuatorAndTheManagementPortNoMoreThanThePlatformNeeds() throws Exception {
		assertThat(get(this.port, "/actuator/health").statusCode()).isEqualTo(404);
		assertThat(get(this.managementPort, "/actuator/env").statusCode()).isEqualTo(404);
		assertThat(get(this.managementPort, "/api/v1/people").statusCode()).isNotEqualTo(200);
	}

	@Test
	void theApiIsDescribedToWhoeverAsks() throws Exception {
		var description = get(this.port, "/api/v1/openapi.json").body();

		assertThat(description).contains("\"openapi\":\"3.1", "/api/v1/events", "/api/v1/cases/{id}/purge");
		assertThat(new DescribedApi(description).gaps()).isEmpty();
	}

	@Test
	void DP_06_withoutASettingThatNamesThemNobodyIsCalled() throws Exception {
		get(this.managementPort, "/actuator/health/readiness");
		assertThat(CALLED.hosts()).as("what is called is seen").isNotEmpty();

		assertThat(this.chores.getScheduledTasks()).isNotEmpty()
			.allSatisfy((chore) -> isTried(chore.getTask().getRunnable()));

		assertThat(CALLED.hosts()).as("this machine stands for all that the settings name")
			.isSubsetOf("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "[::1]");
	}

	@Test
	void DP_06_noLibraryIsThereThatSendsFiguresAway() throws IOException {
		assertThat(Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF")))
			.extracting(URL::getPath)
			.anyMatch((jar) -> jar.contains("/micrometer-registry-prometheus"))
			.noneMatch((jar) -> SENDERS.matcher(jar).find());
	}

	/** Some need the tenant, which is away. */
	private static void isTried(Runnable chore) {
		try {
			chore.run();
		}
		catch (RuntimeException ex) {
			assertThat(ex).isNotNull();
		}
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path))).build();
		return this.client.send(request, BodyHandlers.ofString());
	}

}
