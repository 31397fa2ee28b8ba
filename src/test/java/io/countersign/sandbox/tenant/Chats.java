package io.countersign.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The chats of the tenant, with what has happened in them, in order. */
final class Chats {

	private final List<Chat> chats = new CopyOnWriteArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final Map<Change, Integer> latest = new HashMap<>();

	private final PostOffice office;

	private final Subscriptions subscriptions;

	Chats(PostOffice office, Subscriptions subscriptions) {
		this.office = office;
		this.subscriptions = subscriptions;
	}

	/** Something became of a message. */
	record Change(Chat chat, String message) {

		ChatMessage now() {
			return this.chat.find(this.message).orElseThrow();
		}

	}

	void open(Chat chat) {
		this.chats.add(chat);
	}

	synchronized void forget() {
		this.chats.clear();
		this.changes.clear();
		this.latest.clear();
	}

	Optional<Chat> find(String id) {
		return this.chats.stream().filter((chat) -> chat.id.equals(id)).findFirst();
	}

	List<Chat> of(Employee person) {
		return this.chats.stream().filter((chat) -> chat.has(person)).toList();
	}

	void happened(Chat chat, String message, String changeType) {
		note(new Change(chat, message));
		var people = this.office.all()
			.stream()
			.map((box) -> box.owner)
			.filter(chat::has)
			.flatMap((person) -> Stream.of(person.address(), person.id()))
			.map("users/%s/chats/getAllMessages"::formatted);
		var others = Stream.of("chats/%s/messages".formatted(chat.id), "chats/getAllMessages");
		this.subscriptions.chatted(Stream.concat(people, others).toList(), chat.id, message, changeType);
	}

	/** What happened from a place on, at most so much of it. */
	synchronized List<Change> changes(int from, int limit) {
		var to = Math.min(this.changes.size(), from + limit);
		return (from < to) ? List.copyOf(this.changes.subList(from, to)) : List.of();
	}

	/** Whether nothing happened to the message of this change later. */
	synchronized boolean isLatest(int place) {
		return place < this.changes.size() && Integer.valueOf(place).equals(this.latest.get(this.changes.get(place)));
	}

	private synchronized void note(Change change) {
		this.latest.put(change, this.changes.size());
		this.changes.add(change);
	}

}
