package io.countersign.verdicts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.identity.DirectoryEntry;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.ReceivedChat;
import io.countersign.reading.Mail;
import io.countersign.reading.Reader;
import io.countersign.verdicts.ChatGround.Bond;

import static io.countersign.verdicts.Trial.ANNA;
import static io.countersign.verdicts.Trial.BO;
import static io.countersign.verdicts.Trial.CASE;
import static io.countersign.verdicts.Trial.DAN;

/**
 * One message of a chat before the gates. As it begins, everything speaks for it: Anna
 * was asked, Dan has asked her in the chat and named the case, and Anna has answered.
 */
record ChatTrial(String message, String chat, List<DirectoryEntry> directory, Optional<ChatGround> ground,
		List<Ask> asks, CaseState state, Set<String> unasked, Verdicts verdicts) {

	static final String ID = "11111111-0000-4000-8000-00000000a11a";

	static final String MESSAGE = """
			{"id":"1795500000000","etag":"1795500000000","messageType":"message","chatId":"19:abc@thread.v2",
			"createdDateTime":"2026-11-24T10:00:00Z","lastModifiedDateTime":"2026-11-24T10:00:00Z",
			"lastEditedDateTime":null,"deletedDateTime":null,"channelIdentity":null,
			"from":{"application":null,"device":null,"user":{"id":"%1$s","displayName":"Anna Holm",
			"userIdentityType":"aadUser","tenantId":"%2$s"}},
			"body":{"contentType":"html","content":"<p>Godkendt</p>"},"attachments":[],"mentions":[],"reactions":[]}
			""".formatted(ID, Policy.TENANT);

	static final String CHAT = """
			{"id":"19:abc@thread.v2","topic":null,"chatType":"oneOnOne","members":[
			{"userId":"%1$s","tenantId":"%2$s","roles":["owner"],"displayName":"Anna Holm","email":"anna.holm@min.example"},
			{"userId":"22222222-0000-4000-8000-00000000da11","tenantId":"%2$s","roles":["owner"]}]}
			"""
		.formatted(ID, Policy.TENANT);

	private static final Instant ASKED = Instant.parse("2026-11-24T09:58:00Z");

	private static final Reader READER = new Reader();

	static final DirectoryEntry ENTRY = new DirectoryEntry(ID, ANNA, "Anna Holm", true);

	static ChatTrial genuine() {
		return new ChatTrial(MESSAGE, CHAT, List.of(ENTRY),
				Optional.of(new ChatGround(Optional.of(ENTRY), Bond.FOLLOWS, ASKED, true, true, true)),
				List.of(Trial.ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN),
						Trial.ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)),
				CaseState.WAITING, Set.of(), Trial.VERDICTS);
	}

	ChatTrial with(String written, String instead) {
		if (!this.message.contains(written)) {
			throw new IllegalArgumentException(written);
		}
		return new ChatTrial(this.message.replace(written, instead), this.chat, this.directory, this.ground, this.asks,
				this.state, this.unasked, this.verdicts);
	}

	ChatTrial saying(String words) {
		return with("<p>Godkendt</p>", words);
	}

	ChatTrial carrying(String attachment) {
		return with("\"attachments\":[]", "\"attachments\":[%s]".formatted(attachment));
	}

	ChatTrial inChat(String written, String instead) {
		if (!this.chat.contains(written)) {
			throw new IllegalArgumentException(written);
		}
		return new ChatTrial(this.message, this.chat.replace(written, instead), this.directory, this.ground, this.asks,
				this.state, this.unasked, this.verdicts);
	}

	ChatTrial known(DirectoryEntry... entries) {
		var ground = this.ground.map((one) -> new ChatGround(List.of(entries).stream().findFirst(), one.bond(),
				one.askedAt(), one.asks(), one.complete(), one.alone()));
		return new ChatTrial(this.message, this.chat, List.of(entries), ground, this.asks, this.state, this.unasked,
				this.verdicts);
	}

	ChatTrial on(Bond bond, boolean asks, boolean complete, boolean alone) {
		return grounded(Optional
			.of(new ChatGround(this.ground.flatMap(ChatGround::author), bond, ASKED, asks, complete, alone)));
	}

	ChatTrial grounded(Optional<ChatGround> other) {
		return new ChatTrial(this.message, this.chat, this.directory, other, this.asks, this.state, this.unasked,
				this.verdicts);
	}

	ChatTrial asking(Ask... others) {
		return new ChatTrial(this.message, this.chat, this.directory, this.ground, List.of(others), this.state,
				this.unasked, this.verdicts);
	}

	ChatTrial onCase(CaseState now) {
		return new ChatTrial(this.message, this.chat, this.directory, this.ground, this.asks, now, this.unasked,
				this.verdicts);
	}

	ChatTrial withNewerVersion() {
		return new ChatTrial(this.message, this.chat, this.directory, this.ground, this.asks, this.state,
				Set.of("msg_2"), this.verdicts);
	}

	ChatTrial by(Verdicts policy) {
		return new ChatTrial(this.message, this.chat, this.directory, this.ground, this.asks, this.state, this.unasked,
				policy);
	}

	Judgement judged() {
		return this.verdicts.judge(reply());
	}

	Reply reply() {
		var received = ReceivedChat.of(this.message, this.chat, this.directory);
		var reading = READER.read(new Mail("", received.content().text(), received.content().html(), Optional.empty(),
				Optional.empty(), List.of(), List.of(), Optional.of(received.receivedAt()),
				ZoneId.of("Europe/Copenhagen"), Optional.of("Kan du godkende udkastet?")));
		var author = received.from().map((from) -> from.address());
		var named = this.asks.reversed()
			.stream()
			.filter((ask) -> author.filter(ask.approver()::equals).isPresent()
					&& this.ground.filter((one) -> !ask.askedAt().isAfter(one.askedAt())).isPresent())
			.toList();
		var matter = new Matter(this.state, "ministersvar", Optional.of(DAN), this.asks, Optional.empty(),
				Optional.empty(), this.unasked);
		return new Reply(received, List.of(), matter, named,
				author.map((address) -> Map.of(address, person(address))).orElseGet(Map::of), List.of(),
				Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), this.ground, reading.own(),
				reading.verdict(), received.receivedAt().plusSeconds(30));
	}

	private static Person person(EmailAddress address) {
		return new Person(new PersonId("p_" + address.value()), address, address.value(), Optional.of(Level.MINISTER),
				Optional.empty(), true);
	}

}
