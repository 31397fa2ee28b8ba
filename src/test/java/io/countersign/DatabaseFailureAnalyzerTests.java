package io.countersign;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DatabaseFailureAnalyzerTests {

	@Test
	void aDatabaseThatDoesNotAnswerIsNamedWithWhatToLookAt() throws IOException {
		var url = "jdbc:postgresql://localhost:%d/countersign".formatted(closedPort());
		var refused = catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url).close());

		var analysis = analyzer(url + "?password=1234").analyze(new IllegalStateException(refused));

		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("spring.datasource.url = " + url, "refused")
			.doesNotContain("1234");
		assertThat(analysis.getAction()).contains("spring.datasource.username");
	}

	@Test
	void anotherTroubleOfADatabaseIsNotTakenForThat() {
		assertThat(analyzer("").analyze(new SQLException("syntax error", "42601"))).isNull();
	}

	private static DatabaseFailureAnalyzer analyzer(String url) {
		return new DatabaseFailureAnalyzer(new MockEnvironment().withProperty("spring.datasource.url", url));
	}

	private static int closedPort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
