package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The control API: who works here, what arrives, what fails. Tests only. */
final class ControlDoor {

	private final PostOffice office;

	private final Faults faults;

	private final SyncStates states;

	private final Subscriptions subscriptions;

	private final Permissions permissions;

	private final Chats chats;

	private final ChatControl chatControl;

	private final Drive drive;

	private final RequestLog log;

	private final IntSupplier concurrency;

	private final Clock clock;

	ControlDoor(PostOffice office, Faults faults, SyncStates states, Subscriptions subscriptions,
			Permissions permissions, Chats chats, Drive drive, RequestLog log, IntSupplier concurrency, Clock clock) {
		this.office = office;
		this.faults = faults;
		this.states = states;
		this.subscriptions = subscriptions;
		this.permissions = permissions;
		this.chats = chats;
		this.chatControl = new ChatControl(chats, office, clock);
		this.drive = drive;
		this.log = log;
		this.concurrency = concurrency;
		this.clock = clock;
	}

	Answer answer(Call call) {
		var path = call.path();
		var what = (path.size() > 1) ? path.get(1) : "";
		return switch (what) {
			case "people" -> people(call, path);
			case "mailboxes" -> mailbox(call, path);
			case "chats" -> this.chatControl.answer(call, path.subList(2, path.size()));
			case "drive" -> this.drive.put(call);
			case "sent" -> Answer.json(200, this.office.sent());
			case "requests" ->
				Answer.json(200, (path.size() > 2) ? Map.of("count", this.log.count()) : this.log.requests());
			case "concurrency" -> Answer.json(200, Map.of("highest", this.concurrency.getAsInt()));
			case "faults" -> faults(call);
			case "habits", "transport" -> {
				if (call.is("DELETE")) {
					this.office.habits.reset();
				}
				this.office.habits.set(call.json());
				yield Answer.empty(204);
			}
			case "scopes" -> {
				this.permissions.narrow(path.getLast(), call.json());
				yield Answer.empty(204);
			}
			case "lifecycle" -> {
				this.subscriptions.lifecycle(call.json().path("event").asString(""));
				yield Answer.empty(204);
			}
			default -> Answer.text(404, "There is no such control.");
		};
	}

	private Answer people(Call call, List<String> path) {
		if (call.is("DELETE") && path.size() > 2) {
			this.office.dismiss(path.get(2));
			return Answer.empty(204);
		}
		if (call.is("DELETE")) {
			this.office.dismissEverybody();
			this.subscriptions.forget();
			this.permissions.widen();
			this.chats.forget();
			this.drive.forget();
			this.log.clear();
			return Answer.empty(204);
		}
		if (path.size() == 2) {
			return Answer.json(200, this.office.all().stream().map((box) -> box.owner.json()).toList());
		}
		this.office.employ(Employee.of(path.get(2), call.json()));
		return Answer.empty(204);
	}

	private Answer mailbox(Call call, List<String> path) {
		var mailbox = this.office.find((path.size() > 2) ? path.get(2) : "");
		if (mailbox.isEmpty()) {
			return Answer.text(404, "Nobody here has that address.");
		}
		if (path.getLast().equals("snapshot")) {
			return Answer.json(200, mailbox.get().all().stream().map((item) -> snapshot(mailbox.get(), item)).toList());
		}
		var folder = mailbox.get().folder(call.parameter("folder").isEmpty() ? "inbox" : call.parameter("folder"));
		if (folder.isEmpty()) {
			return Answer.text(400, "There is no folder " + call.parameter("folder"));
		}
		var received = call.parameter("received").isEmpty() ? this.clock.instant()
				: Instant.parse(call.parameter("received"));
		var item = mailbox.get().add(folder.get().id, call.body(), received);
		item.created = call.parameter("created").isEmpty() ? received : Instant.parse(call.parameter("created"));
		item.fromOverride = call.parameter("from");
		this.office.tell(mailbox.get(), item, "created");
		return Answer.json(201, Map.of("id", item.plainId(), "immutableId", item.immutableId));
	}

	/** Everything about an item that a change of any kind would alter. */
	private static Map<String, Object> snapshot(Mailbox mailbox, Item item) {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", item.immutableId);
		json.put("folder", mailbox.folderOf(item).wellKnown);
		json.put("changeKey", item.changeKey());
		json.put("isDraft", item.draft);
		json.put("isRead", item.read);
		json.put("categories", item.categories);
		json.put("flag", item.flag);
		json.put("subject", item.facts.subject());
		json.put("properties", item.properties);
		return json;
	}

	private Answer faults(Call call) {
		if (call.is("DELETE")) {
			this.faults.clear();
			this.subscriptions.dropping = false;
			return Answer.empty(204);
		}
		var fault = Faults.Fault.of(call.json());
		if (!Faults.KINDS.contains(fault.kind())) {
			return Answer.text(400, "A fault is one of " + Faults.KINDS);
		}
		if (fault.kind().equals("drop-notifications")) {
			this.subscriptions.dropping = true;
		}
		if (fault.kind().equals("expire-delta") && !fault.isSelective()) {
			this.states.expire();
			return Answer.empty(204);
		}
		this.faults.add(fault);
		return Answer.empty(204);
	}

}
