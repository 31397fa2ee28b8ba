package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Some people, and what they have said to each other. */
final class Chat {

	final String id = "19:%s@thread.v2".formatted(UUID.randomUUID().toString().replace("-", ""));

	final List<ChatMember> members;

	private final String topic;

	private final Instant created;

	private final Map<String, ChatMessage> messages = new LinkedHashMap<>();

	Chat(String topic, List<ChatMember> members, Instant created) {
		this.topic = topic;
		this.members = members;
		this.created = created;
	}

	boolean has(Employee person) {
		return this.members.stream().anyMatch((member) -> member.is(person));
	}

	Optional<ChatMember> member(String addressOrId) {
		return this.members.stream().filter((member) -> member.is(addressOrId)).findFirst();
	}

	/** An id is a time to the millisecond, and another chat may have the same one. */
	synchronized ChatMessage add(Instant at, BiFunction<String, Instant, ChatMessage> words) {
		var time = at.truncatedTo(ChronoUnit.MILLIS);
		var number = time.toEpochMilli();
		while (this.messages.containsKey(Long.toString(number))) {
			number++;
		}
		var message = words.apply(Long.toString(number), time);
		this.messages.put(message.id(), message);
		return message;
	}

	synchronized Optional<ChatMessage> find(String message) {
		return Optional.ofNullable(this.messages.get(message));
	}

	synchronized void change(String message, UnaryOperator<ChatMessage> change) {
		this.messages.computeIfPresent(message, (_, before) -> change.apply(before));
	}

	synchronized List<ChatMessage> all() {
		return List.copyOf(this.messages.values());
	}

	/** Members are told of only when they are asked for. */
	Map<String, Object> json(PostOffice office, boolean withMembers) {
		var group = this.members.size() > 2 || !this.topic.isEmpty();
		var json = new LinkedHashMap<String, Object>();
		json.put("id", this.id);
		json.put("topic", this.topic.isEmpty() ? null : this.topic);
		json.put("createdDateTime", ChatMessage.time(this.created));
		json.put("lastUpdatedDateTime", ChatMessage.time(this.created));
		json.put("chatType", group ? "group" : "oneOnOne");
		json.put("webUrl", "https://teams.microsoft.com/l/chat/%s/0?tenantId=%s".formatted(Call.encoded(this.id),
				Exchange.TENANT));
		json.put("tenantId", Exchange.TENANT);
		json.put("onlineMeetingInfo", null);
		if (withMembers) {
			json.put("members", this.members.stream().map((member) -> member.json(office, this.id)).toList());
		}
		return json;
	}

}
