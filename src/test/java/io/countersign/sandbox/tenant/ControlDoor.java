package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The control API: who works here, what arrives, what fails. Tests only. */
final class ControlDoor {

	private static final int REMEMBERED = 20_000;

	private final PostOffice office;

	private final Faults faults;

	private final Delta delta;

	private final Subscriptions subscriptions;

	private final Clock clock;

	private final ConcurrentLinkedQueue<Map<String, Object>> requests = new ConcurrentLinkedQueue<>();

	private final AtomicLong count = new AtomicLong();

	ControlDoor(PostOffice office, Faults faults, Delta delta, Subscriptions subscriptions, Clock clock) {
		this.office = office;
		this.faults = faults;
		this.delta = delta;
		this.subscriptions = subscriptions;
		this.clock = clock;
	}

	void record(String method, String url, int status) {
		if (this.count.incrementAndGet() > REMEMBERED) {
			this.requests.poll();
		}
		this.requests
			.add(Map.of("method", method, "path", url, "status", status, "at", this.clock.instant().toString()));
	}

	Answer answer(Call call) {
		var path = call.path();
		return switch (path.get(1)) {
			case "people" -> people(call, path);
			case "mailboxes" -> mailbox(call, path);
			case "sent" -> Answer.json(200, this.office.sent());
			case "requests" -> (path.size() > 2) ? Answer.json(200, Map.of("count", this.count.get()))
					: Answer.json(200, List.copyOf(this.requests));
			case "faults" -> faults(call);
			case "transport" -> transport(call);
			case "lifecycle" -> {
				this.subscriptions.lifecycle(Answer.JSON.readTree(call.body()).path("event").asString());
				yield Answer.empty(204);
			}
			default -> Answer.text(404, "There is no such control.");
		};
	}

	private Answer people(Call call, List<String> path) {
		if (path.size() == 2) {
			return Answer.json(200, this.office.all().stream().map((box) -> box.owner.json()).toList());
		}
		var person = Answer.JSON.readTree(call.body());
		this.office.replace(Employee.of(path.get(2), person.path("displayName").asString(path.get(2)),
				person.path("jobTitle").asString(""), person.path("department").asString("")));
		return Answer.empty(204);
	}

	private Answer mailbox(Call call, List<String> path) {
		var mailbox = this.office.find(path.get(2));
		if (mailbox.isEmpty()) {
			return Answer.text(404, "Nobody here has the address " + path.get(2));
		}
		if (path.get(3).equals("snapshot")) {
			return Answer.json(200, mailbox.get().list(Optional.empty()).stream().map(ControlDoor::snapshot).toList());
		}
		var folder = call.parameter("folder").isEmpty() ? "inbox" : call.parameter("folder").toLowerCase(Locale.ROOT);
		var received = call.parameter("received").isEmpty() ? this.clock.instant()
				: Instant.parse(call.parameter("received"));
		var item = this.office.place(mailbox.get(), folder, call.body(), received);
		item.fromOverride = call.parameter("from");
		return Answer.json(201, Map.of("id", item.plainId(), "immutableId", item.immutableId));
	}

	private static Map<String, Object> snapshot(Item item) {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", item.immutableId);
		json.put("folder", item.folder);
		json.put("changeKey", item.changeKey());
		json.put("isDraft", item.draft);
		json.put("subject", item.facts.subject());
		json.put("properties", item.properties);
		return json;
	}

	private Answer faults(Call call) {
		if (call.method().equals("DELETE")) {
			this.faults.clear();
			this.subscriptions.dropping = false;
			return Answer.empty(204);
		}
		var fault = Faults.Fault.of(Answer.JSON.readTree(call.body()));
		switch (fault.kind()) {
			case "expire-delta" -> this.delta.expire();
			case "drop-notifications" -> this.subscriptions.dropping = true;
			case "status", "delay", "reset", "timeout", "accept-then-reset" -> this.faults.add(fault);
			default -> {
				return Answer.text(400, "There is no fault " + fault.kind());
			}
		}
		return Answer.empty(204);
	}

	/** {@code sentDelay} in milliseconds and {@code sentId} same or changed. */
	private Answer transport(Call call) {
		var json = Answer.JSON.readTree(call.body());
		this.office.sentCopyDelay = Duration.ofMillis(json.path("sentDelay").asLong(0));
		this.office.sentIdChanges = json.path("sentId").asString("same").equals("changed");
		return Answer.empty(204);
	}

}
