package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.openid.Account;
import io.countersign.sandbox.page.Mailboxes;
import io.countersign.sandbox.smtp.Letterbox;
import io.countersign.scenario.Letter;
import tools.jackson.core.JacksonException;

/** The mail of the tenant, and the two doors to it: Microsoft Graph and control. */
public final class Exchange {

	public static final String DOMAIN = "min.example";

	/** The tenant's own id, as tokens and notifications have it. */
	static final String TENANT = "sandbox";

	/** Longer than any caller waits. */
	private static final Duration UNPATIENT = Duration.ofMinutes(2);

	private final Faults faults = new Faults();

	private final Habits habits;

	private final PostOffice office;

	private final AttachmentDoor attachments;

	private final SyncStates states;

	private final Drive drive;

	private final GraphDoor graph;

	private final ControlDoor control;

	private final RequestLog log;

	private final Clock clock;

	/**
	 * Opens it, with the product's own mailbox and nobody else's.
	 * @param tenant where it listens, known once it does
	 */
	public Exchange(Supplier<URI> tenant, Clock clock) {
		this.clock = clock;
		var habits = new Habits();
		this.habits = habits;
		this.office = new PostOffice(habits, clock);
		this.attachments = new AttachmentDoor(this.office, tenant, clock);
		this.states = new SyncStates(tenant);
		this.log = new RequestLog(clock);
		var permissions = new Permissions(habits, clock);
		var subscriptions = new Subscriptions(habits, permissions, tenant, clock);
		this.office.listen(subscriptions);
		var chats = new Chats(this.office, subscriptions);
		var chatDelta = new ChatDelta(chats, this.states, tenant, habits, clock);
		var chatDoor = new ChatDoor(this.office, chats, chatDelta, permissions, new ChatThrottle(habits, clock),
				tenant);
		this.drive = new Drive(tenant, clock);
		this.graph = new GraphDoor(this.office, permissions, this.attachments, new Delta(this.states, tenant, habits),
				subscriptions, chatDoor, this.drive, this.faults, tenant, clock);
		this.control = new ControlDoor(this.office, this.faults, this.states, subscriptions, permissions, chats,
				this.drive, this.log, this.graph::highestConcurrency, clock);
	}

	/** Answers requests for Graph and control, and only those. */
	public Optional<ResponseDefinition> answer(Request request) {
		var url = request.getUrl();
		if (url.startsWith("/v1.0")) {
			return Optional.of(graph(request));
		}
		if (url.startsWith("/control/")) {
			return Optional.of(response(control(call(request))));
		}
		if (url.startsWith("/upload/")) {
			return Optional.of(response(this.attachments.upload(url.substring("/upload/".length()), call(request))));
		}
		if (url.startsWith(Drive.DOWNLOADS)) {
			return Optional.of(response(this.drive.download(call(request), url.substring(Drive.DOWNLOADS.length()))));
		}
		return url.contains("/oauth2/")
				? this.faults.refusal(request.getMethod().getName(), url).map(Exchange::response) : Optional.empty();
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
					.flatMap((box) -> box.folder(name).stream().flatMap((one) -> box.in(one).stream()))
					.sorted((one, other) -> other.received.compareTo(one.received))
					.map((item) -> new Item(item.immutableId, item.received, item.mime))
					.toList();
			}

		};
	}

	private Answer control(Call call) {
		try {
			return this.control.answer(call);
		}
		catch (IllegalArgumentException | DateTimeException | JacksonException ex) {
			return Answer.text(400, String.valueOf(ex.getMessage()));
		}
	}

	private ResponseDefinition graph(Request request) {
		var call = call(request);
		var url = request.getUrl();
		var fault = this.faults.striking(call.method(), url);
		if (fault.isEmpty()) {
			return noted(call, url, this.graph.answer(call)).build();
		}
		var struck = fault.get();
		return switch (struck.kind()) {
			case "reset" -> broken(call, url);
			case "timeout" -> {
				Throttle.pause(struck.delay().isZero() ? UNPATIENT : struck.delay());
				yield broken(call, url);
			}
			case "accept-then-reset" -> {
				this.graph.answer(call);
				yield broken(call, url);
			}
			case "accept-then-status" -> {
				this.graph.answer(call);
				yield noted(call, url, struck.answer()).build();
			}
			case "delay" -> noted(call, url, this.graph.answer(call.taking(struck.delay()))).build();
			case "cut-off" ->
				noted(call, url, this.graph.answer(call)).withFault(Fault.MALFORMED_RESPONSE_CHUNK).build();
			case "trickle" ->
				noted(call, url, this.graph.answer(call)).withChunkedDribbleDelay(10, (int) struck.delay().toMillis())
					.build();
			case "expire-delta" -> noted(call, url, struck.lost(this.states.lost(call))).build();
			default -> noted(call, url, struck.answer()).build();
		};
	}

	private ResponseDefinitionBuilder noted(Call call, String url, Answer answer) {
		this.log.note(call, url, answer.status());
		var told = this.habits.manyForms ? Timestamps.inManyForms(answer) : answer;
		return builder(this.habits.clockAhead.isZero() ? told : told.with("Date", date()));
	}

	private String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME
			.format(this.clock.instant().plus(this.habits.clockAhead).atOffset(ZoneOffset.UTC));
	}

	private ResponseDefinition broken(Call call, String url) {
		this.log.note(call, url, 0);
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
		return builder(answer).build();
	}

	private static ResponseDefinitionBuilder builder(Answer answer) {
		var response = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(answer.status())
			.withHeader("request-id", UUID.randomUUID().toString());
		answer.headers().forEach(response::withHeader);
		return response.withBody(answer.body());
	}

}
