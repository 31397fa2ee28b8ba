package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.documents.Pointers.Attached;
import io.countersign.identity.DirectoryEntry;
import io.countersign.identity.People;
import io.countersign.intake.ChatEvidence.Author;
import io.countersign.intake.ChatEvidence.Carried;
import io.countersign.intake.ChatEvidence.Member;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads a message of a chat from the JSON it was kept as. Who wrote it is whom our
 * directory knows under the account's id; names are shown and never believed. Nothing it
 * names is fetched.
 */
@Component
class ChatReading {

	/**
	 * Teams writes at most about 100 kB; an answer that is larger was not written by it.
	 */
	static final int LARGEST = 4_000_000;

	private static final int MOST_MEMBERS = 1_000;

	private static final int MOST_ATTACHMENTS = 100;

	private static final JsonMapper JSON = new JsonMapper();

	private final People people;

	ChatReading(People people) {
		this.people = people;
	}

	/** A message and the chat it stands in, each exactly as it came. */
	static byte[] together(byte[] message, byte[] chat) {
		return Stream
			.of("{\"message\":".getBytes(StandardCharsets.UTF_8), message,
					",\"chat\":".getBytes(StandardCharsets.UTF_8), chat, "}".getBytes(StandardCharsets.UTF_8))
			.reduce(new byte[0], ChatReading::joined);
	}

	private static byte[] joined(byte[] one, byte[] other) {
		var both = new byte[one.length + other.length];
		System.arraycopy(one, 0, both, 0, one.length);
		System.arraycopy(other, 0, both, one.length, other.length);
		return both;
	}

	/**
	 * @throws IOException when the bytes are no such JSON
	 */
	Message read(MessageRepository.Stored stored, InputStream bytes) throws IOException {
		var json = bytes.readNBytes(LARGEST + 1);
		if (json.length > LARGEST) {
			throw new IOException("It is larger than a message of a chat can be.");
		}
		try {
			var kept = JSON.readTree(json);
			return read(stored, new ChatItem(json, kept.path("message")), kept.path("chat"));
		}
		catch (JacksonException ex) {
			throw new IOException("It is no message of a chat.", ex);
		}
	}

	private Message read(MessageRepository.Stored stored, ChatItem item, JsonNode chat) {
		var attachments = item.read().path("attachments").valueStream().limit(MOST_ATTACHMENTS + 1L).toList();
		var words = ChatWords.of(item.read().path("body"));
		var evidence = evidence(item, chat, attachments, words);
		var author = evidence.author().filter(Author::person).flatMap((one) -> entry(one.id()));
		return new Message(stored.id(),
				new Evidence(stored.raw(), stored.digest(), List.of(), Set.of(), "application/json", Set.of(),
						Set.of()),
				author.map((one) -> new Party(one.displayName(), one.address())), Optional.empty(), List.of(),
				List.of(), evidence.topic(), Optional.of(evidence.createdAt()), stored.receivedAt(), words.content(),
				List.of(),
				new Threading(Optional.of(evidence.key()), evidence.answers().stream().map(evidence::key).toList(),
						List.of(), Optional.empty(), Optional.empty()),
				List.of(), List.of(), Optional.of(evidence));
	}

	private ChatEvidence evidence(ChatItem item, JsonNode chat, List<JsonNode> attachments, ChatWords words) {
		var carried = EnumSet.noneOf(Carried.class);
		var answers = new ArrayList<String>();
		var files = new ArrayList<Attached>();
		for (var attachment : attachments) {
			switch (attachment.path("contentType").asString("")) {
				case "reference" -> files.add(new Attached(text(attachment, "contentUrl"), text(attachment, "name")));
				case "messageReference" ->
					answered(attachment).ifPresentOrElse(answers::add, () -> carried.add(Carried.CARD));
				case "forwardedMessageReference" -> carried.add(Carried.FORWARDED);
				default -> carried.add(Carried.CARD);
			}
		}
		if (attachments.size() > MOST_ATTACHMENTS) {
			carried.add(Carried.CARD);
		}
		if (words.quotes()) {
			carried.add(Carried.QUOTED);
		}
		return new ChatEvidence(item.chatId(), text(chat, "topic"), item.id(), text(item.read(), "etag"),
				author(item.read().path("from")), members(chat.path("members")), item.createdAt(), item.modifiedAt(),
				edited(item), item.time("deletedDateTime"), answers, carried, files);
	}

	/** A time that is there and cannot be read is a change all the same. */
	private static Optional<Instant> edited(ChatItem item) {
		return item.time("lastEditedDateTime")
			.or(() -> item.read().path("lastEditedDateTime").isNull()
					|| item.read().path("lastEditedDateTime").isMissingNode() ? Optional.empty()
							: Optional.of(item.modifiedAt()));
	}

	/** What an answer names stands as JSON in a text. */
	private static Optional<String> answered(JsonNode attachment) {
		try {
			var content = JSON.readTree(attachment.path("content").asString(""));
			return Optional.of(text(content, "messageId")).filter((id) -> !id.isEmpty());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Author> author(JsonNode from) {
		var named = Stream.of("user", "application", "device").filter((kind) -> from.path(kind).isObject()).toList();
		if (named.size() != 1) {
			return Optional.empty();
		}
		var author = from.path(named.getFirst());
		var person = named.getFirst().equals("user");
		return Optional.of(text(author, "id"))
			.filter((id) -> !id.isEmpty())
			.map((id) -> new Author(person, id, person ? text(author, "userIdentityType") : named.getFirst(),
					Optional.of(text(author, "tenantId")).filter((tenant) -> !tenant.isEmpty()),
					text(author, "displayName")));
	}

	private List<Member> members(JsonNode members) {
		var listed = members.valueStream().limit(MOST_MEMBERS).filter((one) -> !text(one, "userId").isEmpty()).toList();
		var known = this.people.entries(listed.stream().map((one) -> text(one, "userId")).toList())
			.stream()
			.collect(Collectors.toMap(DirectoryEntry::id, DirectoryEntry::address));
		return listed.stream()
			.map((one) -> new Member(text(one, "userId"),
					Optional.of(text(one, "tenantId")).filter((tenant) -> !tenant.isEmpty()), roles(one),
					Optional.ofNullable(known.get(text(one, "userId")))))
			.toList();
	}

	private static Set<String> roles(JsonNode member) {
		var roles = new HashSet<String>();
		member.path("roles").valueStream().limit(10).forEach((role) -> roles.add(role.asString("")));
		return roles;
	}

	private Optional<DirectoryEntry> entry(String id) {
		return this.people.entries(List.of(id)).stream().findFirst();
	}

	private static String text(JsonNode node, String name) {
		return StoredText.storable(node.path(name).asString(""));
	}

}
