package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 19: lists and the delta of chats. */
@ResourceLock(Probe.LOCK)
class ChatReadingTests {

	private static final String LATER = "$filter=lastModifiedDateTime gt 2030-01-01T00:00:00Z";

	private final Probe probe = new Probe();

	private final ChatProbe chats = new ChatProbe(this.probe);

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void messagesOfAChatComePageByPageAndTheNewestFirst() {
		var chat = this.chats.open();
		said(chat, 5);

		var pages = walked(ChatProbe.graph(chat) + "?$top=2");

		assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
		assertThat(ChatProbe.words(pages.stream().flatMap(List::stream).toList())).containsExactly("4", "3", "2", "1",
				"0");
	}

	@Test
	void aFilterOfOneChatIsPassedOverUnlessTheOrderNamesTheSameProperty() {
		var chat = this.chats.open();
		said(chat, 1);

		assertThat(this.chats.messages(chat, "?" + LATER)).hasSize(1);
		assertThat(this.chats.messages(chat, "?" + LATER + "&$orderby=createdDateTime desc")).hasSize(1);
		assertThat(this.chats.messages(chat, "?" + LATER + "&$orderby=lastModifiedDateTime desc")).isEmpty();
	}

	@Test
	void aChangedMessageIsTheNewestUnlessTheyAreOrderedByTheirBeginning() {
		var chat = this.chats.open();
		said(chat, 2);
		this.chats.like(chat, this.chats.messages(chat, "").getLast().path("id").asString());

		assertThat(ChatProbe.words(this.chats.messages(chat, ""))).containsExactly("0", "1");
		assertThat(ChatProbe.words(this.chats.messages(chat, "?$orderby=createdDateTime desc"))).containsExactly("1",
				"0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$top=51", "$top=0", "$top=x", "$orderby=lastModifiedDateTime asc",
			"$orderby=subject desc", "$select=id", "$search=lease" })
	void whatTeamsDoesNotUnderstandIsRefused(String query) {
		var chat = this.chats.open();

		assertThat(this.probe.get(ChatProbe.graph(chat) + "?" + query).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "getAllMessages?$top=50", "getAllMessages()?%24top=50", "microsoft.graph.getAllMessages",
			"getAllMessages/delta", "getAllMessages()/delta()?%24top=50", "getAllMessages/microsoft.graph.delta()",
			"getAllMessages/delta?model=B" })
	void allMessagesOfAPersonAreReadInEverySpelling(String spelling) {
		said(this.chats.open(), 1);
		said(this.chats.open(), 1);

		assertThat(this.chats.values("/v1.0/users/anna@min.example/chats/" + spelling)).hasSize(2);
		assertThat(this.chats.values("/v1.0/users('anna@min.example')/chats/" + spelling)).hasSize(2);
	}

	@Test
	void allMessagesAreFilteredByARangeOfTime() {
		var chat = this.chats.open();
		said(chat, 3);

		assertThat(this.chats.values(ChatProbe.ALL_MESSAGES + "?" + LATER)).isEmpty();
		assertThat(ChatProbe.words(this.chats.values(ChatProbe.ALL_MESSAGES
				+ "?$filter=lastModifiedDateTime gt 2026-11-24T08:00:00Z and lastModifiedDateTime lt 2026-11-24T08:02:00Z")
			.toList())).containsExactly("1");
		assertThat(walked(ChatProbe.ALL_MESSAGES + "?$top=2")).extracting(List::size).containsExactly(2, 1);
		assertThat(this.probe.get(ChatProbe.ALL_MESSAGES + "?$filter=from eq 'bo'").status()).isEqualTo(400);
	}

	@Test
	void aRoundShowsEveryMessageOfAPersonAndSomeOfThemTwice() {
		var chat = this.chats.open();
		said(chat, 12);
		said(this.chats.open(Map.of("members", List.of(ChatProbe.BO))), 2);

		var round = this.probe.round(ChatProbe.DELTA + "?$top=5");

		assertThat(round.ids()).hasSizeGreaterThan(12);
		assertThat(round.ids().stream().distinct()).hasSize(12);
		assertThat(round.rows()).allSatisfy((row) -> assertThat(row.path("chatId").asString()).isEqualTo(chat));
		assertThat(round.deltaLink()).startsWith(this.probe.tenant.uri() + "/v1.0/users('")
			.contains("getAllMessages/delta?$deltatoken=");
	}

	@Test
	void aPageOfTheExactSizeIsFollowedByAnEmptyOne() {
		said(this.chats.open(), 4);

		assertThat(this.probe.round(ChatProbe.DELTA + "?$top=2").pages()).containsExactly(2, 2, 0);
	}

	@Test
	void aLaterRoundTellsOfEditsDeletionsReactionsAndEventsAsWholeMessages() {
		var chat = this.chats.open();
		said(chat, 3);
		var first = this.probe.round(ChatProbe.DELTA);
		this.chats.edit(chat, first.ids().get(0), "edited");
		this.chats.delete(chat, first.ids().get(1));
		this.chats.like(chat, first.ids().get(2));
		this.chats.rename(chat);

		var second = this.probe.round(first.deltaLink());

		assertThat(ChatProbe.words(second.rows())).containsExactly("edited", "", "2", "<systemEventMessage/>");
		assertThat(second.removed()).isEmpty();
		assertThat(second.rows().get(1).path("deletedDateTime").isNull()).isFalse();
		assertThat(second.rows().get(2).path("reactions")).hasSize(1);
		assertThat(this.probe.round(second.deltaLink()).rows()).isEmpty();
	}

	@Test
	void aRoundGoesEightMonthsBackAndIsFilteredByOneTimeOnly() {
		var chat = this.chats.open();
		said(chat, 1);
		this.chats.say(chat, Map.of("from", ChatProbe.BO, "text", "old", "received",
				Instant.now().minusSeconds(300L * 24 * 3600).toString()));

		assertThat(ChatProbe.words(this.probe.round(ChatProbe.DELTA).rows())).containsExactly("0");
		assertThat(this.probe.round(ChatProbe.DELTA + "?" + LATER).rows()).isEmpty();
		for (var query : List.of("$filter=lastModifiedDateTime lt 2030-01-01T00:00:00Z",
				"$orderby=createdDateTime desc", "$select=id", "$top=51")) {
			assertThat(this.probe.get(ChatProbe.DELTA + "?" + query).status()).describedAs(query).isEqualTo(400);
		}
	}

	@Test
	void aLostStateIsGoneWithAFreshStartToGoTo() {
		said(this.chats.open(), 2);
		var link = this.probe.round(ChatProbe.DELTA).deltaLink();
		this.probe.control.fault(Map.of("kind", "expire-delta"));

		var gone = this.probe.get(link);

		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.code()).isEqualTo("SyncStateNotFound");
		assertThat(this.probe.round(gone.header("Location")).rows()).hasSize(2);
	}

	@Test
	void theStateOfChatsAloneIsLostInTheMiddleOfARound() {
		said(this.chats.open(), 3);
		var next = this.probe.get(ChatProbe.DELTA + "?$top=2").json().path("@odata.nextLink").asString();
		this.probe.control
			.fault(Map.of("kind", "expire-delta", "times", 1, "match", Map.of("path", "/getAllMessages/")));

		assertThat(this.probe.get(next).status()).isEqualTo(410);
		assertThat(this.probe.get(next).status()).isEqualTo(200);
	}

	@Test
	void theLimitsOfTeamsHoldWhenTheyAreOn() {
		var chat = this.chats.open();
		this.probe.habit(Map.of("chatLimits", true));

		var statuses = this.probe.atOnce(2, ChatProbe.DELTA).stream().map(Probe.Reply::status).sorted().toList();

		assertThat(statuses).containsExactly(200, 429);
		assertThat(this.probe.get(ChatProbe.graph(chat)).status()).isEqualTo(200);
	}

	private void said(String chat, int count) {
		IntStream.range(0, count)
			.forEach((minute) -> this.chats.say(chat, Map.of("from", ChatProbe.BO, "text", Integer.toString(minute),
					"received", Instant.parse("2026-11-24T08:00:00Z").plusSeconds(60L * minute).toString())));
	}

	private List<List<JsonNode>> walked(String start) {
		var pages = new ArrayList<List<JsonNode>>();
		for (var next = start; !next.isEmpty();) {
			var page = this.probe.get(next).json();
			pages.add(page.path("value").valueStream().toList());
			next = page.path("@odata.nextLink").asString("");
		}
		return pages;
	}

}
