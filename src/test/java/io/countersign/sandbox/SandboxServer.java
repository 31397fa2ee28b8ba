package io.countersign.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** The tenant's one port: the first door that knows a request answers it. */
final class SandboxServer implements ResponseDefinitionTransformerV2 {

	private final List<Function<Request, Optional<ResponseDefinition>>> doors;

	private final WireMockServer server;

	SandboxServer(int port, List<Function<Request, Optional<ResponseDefinition>>> doors) {
		this.doors = List.copyOf(doors);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.port(port)
			.disableRequestJournal()
			.containerThreads(200)
			.asynchronousResponseEnabled(false)
			.stubRequestLoggingDisabled(true)
			.extensions(this));
	}

	void open() {
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.notFound()));
		this.server.start();
	}

	int port() {
		return this.server.port();
	}

	void shut() {
		this.server.stop();
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		return this.doors.stream()
			.flatMap((door) -> door.apply(event.getRequest()).stream())
			.findFirst()
			.orElse(event.getResponseDefinition());
	}

	@Override
	public String getName() {
		return "sandbox-tenant";
	}

}
