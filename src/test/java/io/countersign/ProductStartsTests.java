package io.countersign;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** All modules together, on an empty database, while the tenant is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class ProductStartsTests {

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	private final HttpClient client = HttpClient.newHttpClient();

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
		assertThat(get(this.port, "/api/v1/openapi.json").body()).contains("\"openapi\":\"3.1", "/api/v1/events");
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path))).build();
		return this.client.send(request, BodyHandlers.ofString());
	}

}
