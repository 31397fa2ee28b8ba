package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/** Microsoft Graph v1.0 as far as mail goes. */
final class GraphDoor {

	private static final int CONCURRENT = 4;

	private final PostOffice office;

	private final Delta delta;

	private final MessageDoor messages;

	private final Subscriptions subscriptions;

	GraphDoor(PostOffice office, Delta delta, Subscriptions subscriptions, Supplier<URI> tenant, Clock clock) {
		this.office = office;
		this.delta = delta;
		this.messages = new MessageDoor(office, tenant, clock);
		this.subscriptions = subscriptions;
	}

	Answer answer(Call call) {
		if (!call.header("authorization").startsWith("Bearer ")) {
			return Answer.error(401, "InvalidAuthenticationToken", "Access token is empty.");
		}
		var path = call.path();
		if (path.isEmpty()) {
			return notFound();
		}
		return switch (path.getFirst()) {
			case "$batch" -> batch(call);
			case "subscriptions" -> this.subscriptions.answer(call);
			case "users" -> users(call, path);
			default -> notFound();
		};
	}

	private Answer users(Call call, List<String> path) {
		if (path.size() == 1 || path.get(1).equals("delta")) {
			return Answer.json(200,
					Map.of("value", this.office.all().stream().map((box) -> box.owner.json()).toList()));
		}
		var mailbox = this.office.find(path.get(1));
		if (mailbox.isEmpty()) {
			return Answer.error(404, "Request_ResourceNotFound",
					"Resource '%s' does not exist.".formatted(path.get(1)));
		}
		if (path.size() == 2) {
			return Answer.json(200, mailbox.get().owner.json());
		}
		return within(mailbox.get(), call, path.subList(2, path.size()));
	}

	/** At most four calls of an app at the same time in one mailbox. */
	private Answer within(Mailbox mailbox, Call call, List<String> path) {
		try {
			if (mailbox.calls.incrementAndGet() > CONCURRENT) {
				return Answer.error(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
					.with("Retry-After", "1");
			}
			return mailbox(mailbox, call, path);
		}
		finally {
			mailbox.calls.decrementAndGet();
		}
	}

	private Answer mailbox(Mailbox mailbox, Call call, List<String> path) {
		if (path.getFirst().equals("messages")) {
			return this.messages.answer(mailbox, Optional.empty(), call, path.subList(1, path.size()));
		}
		if (!path.getFirst().equals("mailFolders") || path.size() < 2) {
			return path.getFirst().equals("mailFolders") ? folders() : notFound();
		}
		var folder = path.get(1).toLowerCase(Locale.ROOT).replace("aqmk", "");
		if (path.size() == 2) {
			return Answer.json(200, Map.of("id", "AQMk" + folder, "displayName", folder));
		}
		if (path.size() == 4 && path.get(3).equals("delta")) {
			return this.delta.page(call, mailbox, folder);
		}
		return this.messages.answer(mailbox, Optional.of(folder), call, path.subList(3, path.size()));
	}

	private static Answer folders() {
		return Answer.json(200,
				Map.of("value",
						List.of("inbox", "sentitems", "drafts", "deleteditems", "archive")
							.stream()
							.map((name) -> Map.of("id", "AQMk" + name, "displayName", name))
							.toList()));
	}

	private Answer batch(Call call) {
		var steps = Answer.JSON.readTree(call.body()).path("requests");
		if (steps.size() > 20) {
			return Answer.error(400, "BadRequest", "Number of batch request steps exceeds the maximum value of 20.");
		}
		var answers = new ArrayList<Map<String, Object>>();
		var failed = new ArrayList<String>();
		for (var step : steps) {
			var after = step.path("dependsOn").valueStream().anyMatch((id) -> failed.contains(id.asString()));
			var answer = after ? Answer.error(424, "FailedDependency", "A request it depends on failed.")
					: answer(single(step, call));
			if (answer.status() >= 400) {
				failed.add(step.path("id").asString());
			}
			answers.add(worded(step, answer));
		}
		return Answer.json(200, Map.of("responses", answers.reversed()));
	}

	private static Call single(JsonNode step, Call outer) {
		var headers = new LinkedHashMap<String, List<String>>();
		step.path("headers")
			.propertyStream()
			.forEach((header) -> headers.put(header.getKey().toLowerCase(Locale.ROOT),
					List.of(header.getValue().asString())));
		headers.put("authorization", List.of(outer.header("authorization")));
		var body = step.path("body").isMissingNode() ? new byte[0] : Answer.JSON.writeValueAsBytes(step.path("body"));
		return Call.of(step.path("method").asString(), step.path("url").asString(), headers, body);
	}

	private static Map<String, Object> worded(JsonNode step, Answer answer) {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", step.path("id").asString());
		json.put("status", answer.status());
		json.put("headers", answer.headers());
		if (answer.body().length > 0) {
			json.put("body", Answer.JSON.readTree(answer.body()));
		}
		return json;
	}

	static Answer notFound() {
		return Answer.error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
	}

}
