package io.countersign.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** The tenant's one port: Graph, control, and whoever else hangs a door in. */
final class SandboxServer implements ResponseDefinitionTransformerV2 {

	private final List<Function<Request, Optional<ResponseDefinition>>> doors = new ArrayList<>();

	private final Faults faults;

	private final GraphDoor graph;

	private final ControlDoor control;

	private final WireMockServer server;

	SandboxServer(int port, Faults faults, GraphDoor graph, ControlDoor control) {
		this.faults = faults;
		this.graph = graph;
		this.control = control;
		this.server = new WireMockServer(WireMockConfiguration.options()
			.port(port)
			.disableRequestJournal()
			.containerThreads(40)
			.asynchronousResponseEnabled(false)
			.stubRequestLoggingDisabled(true)
			.extensions(this));
	}

	void hang(Function<Request, Optional<ResponseDefinition>> door) {
		this.doors.add(door);
	}

	void open() {
		this.server.start();
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.notFound()));
	}

	int port() {
		return this.server.port();
	}

	void shut() {
		this.server.stop();
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		var request = event.getRequest();
		if (request.getUrl().startsWith("/v1.0")) {
			return graph(request);
		}
		if (request.getUrl().startsWith("/control/")) {
			return response(this.control.answer(call(request)));
		}
		return this.doors.stream()
			.flatMap((door) -> door.apply(request).stream())
			.findFirst()
			.orElse(event.getResponseDefinition());
	}

	@Override
	public String getName() {
		return "sandbox-tenant";
	}

	private ResponseDefinition graph(Request request) {
		var method = request.getMethod().getName();
		var fault = this.faults.striking(method, request.getUrl());
		if (fault.isEmpty()) {
			return recorded(request, this.graph.answer(call(request)));
		}
		var struck = fault.get();
		return switch (struck.kind()) {
			case "reset" -> broken();
			case "accept-then-reset" -> {
				recorded(request, this.graph.answer(call(request)));
				yield broken();
			}
			case "delay",
					"timeout" ->
				ResponseDefinitionBuilder.like(recorded(request, this.graph.answer(call(request))))
					.withFixedDelay((int) struck.delay().toMillis())
					.build();
			default -> {
				var answer = Answer.error(struck.status(), "activityLimitReached", "Fault of the sandbox.");
				for (var header : struck.headers().entrySet()) {
					answer = answer.with(header.getKey(), header.getValue());
				}
				yield recorded(request, answer);
			}
		};
	}

	private ResponseDefinition recorded(Request request, Answer answer) {
		this.control.record(request.getMethod().getName(), request.getUrl(), answer.status());
		return response(answer);
	}

	private static ResponseDefinition broken() {
		return ResponseDefinitionBuilder.responseDefinition().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
	}

	private static Call call(Request request) {
		var headers = new HashMap<String, List<String>>();
		for (var header : request.getHeaders().all()) {
			headers.put(header.key().toLowerCase(Locale.ROOT), header.values());
		}
		var body = request.getBody();
		return Call.of(request.getMethod().getName(), request.getUrl(), headers, (body != null) ? body : new byte[0]);
	}

	private static ResponseDefinition response(Answer answer) {
		var response = ResponseDefinitionBuilder.responseDefinition().withStatus(answer.status());
		answer.headers().forEach(response::withHeader);
		return response.withBody(answer.body()).build();
	}

}
