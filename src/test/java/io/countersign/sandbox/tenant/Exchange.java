package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.openid.Account;
import io.countersign.sandbox.page.Mailboxes;
import io.countersign.sandbox.smtp.Letterbox;
import io.countersign.scenario.Letter;

/** The mail of the tenant, and the two doors to it: Microsoft Graph and control. */
public final class Exchange {

	public static final String DOMAIN = "min.example";

	private final PostOffice office;

	private final Faults faults = new Faults();

	private final GraphDoor graph;

	private final ControlDoor control;

	private final Clock clock;

	/**
	 * Opens it, with the product's own mailbox and nobody else's.
	 * @param tenant where it listens, known once it does
	 */
	public Exchange(Supplier<URI> tenant, Clock clock) {
		this.clock = clock;
		this.office = new PostOffice(clock);
		var delta = new Delta(tenant);
		var subscriptions = new Subscriptions();
		this.office.listen(subscriptions);
		this.graph = new GraphDoor(this.office, delta, subscriptions, tenant, clock);
		this.control = new ControlDoor(this.office, this.faults, delta, subscriptions, clock);
	}

	/** Answers requests for Graph and control, and only those. */
	public Optional<ResponseDefinition> answer(Request request) {
		if (request.getUrl().startsWith("/v1.0")) {
			return Optional.of(graph(request));
		}
		return request.getUrl().startsWith("/control/") ? Optional.of(response(this.control.answer(call(request))))
				: Optional.empty();
	}

	public List<Account> accounts() {
		return this.office.all()
			.stream()
			.map((box) -> new Account(box.owner.address(), box.owner.displayName(), box.owner.jobTitle()))
			.toList();
	}

	/** Sends what a mail program hands in. */
	public void post(Letter letter) {
		this.office.post(letter.from().address(), letter.bytes());
	}

	public Letterbox letterbox() {
		return new Letterbox() {

			@Override
			public boolean belongsTo(String address) {
				return Exchange.this.office.find(address).isPresent();
			}

			@Override
			public void deliver(String address, byte[] mime) {
				Exchange.this.office.find(address)
					.ifPresent((box) -> Exchange.this.office.place(box, "inbox", mime, Exchange.this.clock.instant()));
			}

		};
	}

	public Mailboxes mailboxes() {
		return new Mailboxes() {

			@Override
			public List<Owner> owners() {
				return Exchange.this.office.all()
					.stream()
					.map((box) -> new Owner(box.owner.address(), box.owner.displayName(), box.owner.jobTitle()))
					.toList();
			}

			@Override
			public List<Item> items(String address, Folder folder) {
				var name = folder.name().toLowerCase(Locale.ROOT);
				return Exchange.this.office.find(address)
					.stream()
					.flatMap((box) -> box.list(Optional.of(name)).stream())
					.map((item) -> new Item(item.immutableId, item.received, item.mime))
					.toList();
			}

		};
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
