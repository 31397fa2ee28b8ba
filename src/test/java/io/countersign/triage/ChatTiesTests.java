package io.countersign.triage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.Trace;
import io.countersign.identity.DirectoryEntry;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.ReceivedChat;
import io.countersign.reading.Reader;
import io.countersign.verdicts.ChatGround.Bond;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** One chat, in which what names the case is in it. */
class ChatTiesTests {

	private static final CaseId CASE = new CaseId("cs_00c0ffee00c0ffee00c0ffee");

	private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

	private static final String ASKS = "Anna, kan du godkende [2026-0042]?";

	private final List<Message> said = new ArrayList<>();

	private final Cases cases = cases();

	private final CaseMentions mentions = new CaseMentions(this.cases, URI.create("https://countersign.min.example"));

	private final ChatTies ties = new ChatTies(this.cases, messages(), this.mentions,
			new ChatWords(new Reader(), this.mentions, mock(People.class),
					new TriageProperties(ZoneId.of("Europe/Copenhagen"), 0.6, 0.35, Duration.ofSeconds(2),
							Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(1))));

	@Test
	void VA_22_itNamesTheCaseItself() {
		assertThat(bond(says(0, "anna", "Godkendt [2026-0042]", "", ""))).contains(Bond.NAMES);
	}

	@Test
	void VA_22_itStandsRightBehindTheQuestionOfWhoeverWantsTheDecision() {
		says(0, "dan", ASKS, "", "");

		assertThat(bond(says(1, "anna", "ok", "", ""))).contains(Bond.FOLLOWS);
	}

	@Test
	void VA_22_whatSomebodyElseAsksBindsNothing() {
		says(0, "bo", ASKS, "", "");

		assertThat(bond(says(1, "anna", "ok", "", ""))).isEmpty();
	}

	@Test
	void VA_22_anythingBetweenLeavesADoubt() {
		says(0, "dan", ASKS, "", "");
		says(1, "dan", "Og frokost?", "", "");

		assertThat(bond(says(2, "anna", "ok", "", ""))).contains(Bond.LOOSE);
	}

	@Test
	void VA_22_anAnswerToTheQuestionIsBoundWhateverStandsBetween() {
		says(0, "dan", ASKS, "", "");
		says(1, "dan", "Og frokost?", "", "");

		assertThat(bond(says(2, "anna", "ok", "0", ""))).contains(Bond.ANSWERS);
		assertThat(bond(says(3, "anna", "ok", "1", ""))).as("to the other one").contains(Bond.LOOSE);
	}

	@Test
	void VA_22_aQuestionThatGotItsWordsOnlyLaterBindsNothing() {
		says(0, "dan", ASKS, "", "2026-11-24T10:30:00Z");

		assertThat(bond(says(1, "anna", "ok", "", ""))).isNotEqualTo(Optional.of(Bond.FOLLOWS));
		assertThat(bond(says(2, "anna", "ok", "0", ""))).contains(Bond.LOOSE);
	}

	@Test
	void VA_22_aQuestionThatHadOtherWordsWhenItWasAnsweredBindsNothing() {
		says(0, "dan", ASKS, "", "");
		says(0, "dan", "Skal vi spise frokost?", "", "2026-11-24T10:00:30Z");

		assertThat(bond(says(1, "anna", "ok", "0", ""))).contains(Bond.LOOSE);
	}

	private Optional<Bond> bond(Message message) {
		var found = this.ties.of(message);
		assertThat(found).allSatisfy((tie) -> assertThat(tie.caseId()).isEqualTo(CASE));
		return found.stream().map(ChatTie::bond).findFirst();
	}

	private Message says(int minute, String author, String text, String answers, String edited) {
		var attachment = answers.isEmpty() ? ""
				: "{\"contentType\":\"messageReference\",\"content\":\"{\\\"messageId\\\":\\\"%s\\\"}\"}"
					.formatted(answers);
		var at = edited.isEmpty() ? START.plus(Duration.ofMinutes(minute)).toString() : edited;
		var message = ReceivedChat.of("""
				{"id":"%d","etag":"%s","messageType":"message","chatId":"19:abc@thread.v2","createdDateTime":"%s",
				"lastModifiedDateTime":"%s","lastEditedDateTime":%s,
				"from":{"user":{"id":"%s","userIdentityType":"aadUser"}},
				"body":{"contentType":"text","content":"%s"},"attachments":[%s]}
				""".formatted(minute, at, START.plus(Duration.ofMinutes(minute)), at,
				edited.isEmpty() ? "null" : "\"" + edited + "\"", author, text, attachment), "{}",
				List.of("anna", "bo", "dan")
					.stream()
					.map((id) -> new DirectoryEntry(id, address(id), id, true))
					.toList());
		this.said.add(message);
		return message;
	}

	private Messages messages() {
		var messages = mock(Messages.class);
		when(messages.byInternetMessageId(any())).thenAnswer((asked) -> this.said.stream()
			.filter((one) -> key(one).equals(asked.getArgument(0)))
			.map(Message::id)
			.toList());
		when(messages.find(any())).thenAnswer(
				(asked) -> this.said.stream().filter((one) -> one.id().equals(asked.getArgument(0))).findFirst());
		when(messages.before(any()))
			.thenAnswer((asked) -> before(asked.getArgument(0)).stream().findFirst().map(Message::id));
		when(messages.inCasesBefore(any(), anyInt())).thenAnswer(
				(asked) -> before(asked.getArgument(0)).stream().filter(ChatTiesTests::isIn).map(Message::id).toList());
		return messages;
	}

	private List<Message> before(ChatEvidence chat) {
		return this.said.reversed()
			.stream()
			.filter((one) -> !key(one).equals(chat.key()) && !one.receivedAt().isAfter(chat.createdAt()))
			.toList();
	}

	private Cases cases() {
		var view = mock(CaseView.class);
		when(view.requester()).thenReturn(Optional.of(new Participant(address("dan"), "Dan Friis", Role.REQUESTER)));
		var cases = mock(Cases.class);
		when(cases.get(CASE)).thenReturn(view);
		when(cases.traced(any())).thenReturn(List.of(new Trace(Trace.Kind.NUMBER, "2026-0042", CASE)));
		when(cases.ofMessages(any())).thenAnswer((asked) -> {
			Collection<MessageId> ids = asked.getArgument(0);
			return this.said.stream().anyMatch((one) -> ids.contains(one.id()) && isIn(one)) ? List.of(CASE)
					: List.of();
		});
		return cases;
	}

	private static boolean isIn(Message message) {
		return message.content().text().orElse("").contains("[2026-0042]");
	}

	private static String key(Message message) {
		return message.chat().map(ChatEvidence::key).orElse("");
	}

	private static EmailAddress address(String id) {
		return new EmailAddress(
				Map.of("anna", "anna.holm", "bo", "bo.lind", "dan", "dan.friis").get(id) + "@min.example");
	}

}
