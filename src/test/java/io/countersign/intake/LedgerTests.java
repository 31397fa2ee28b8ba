package io.countersign.intake;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.countersign.identity.EmailAddress;
import io.countersign.documents.DocumentId;
import io.countersign.problem.InvalidField;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LedgerTests {

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n",
			ZonedDateTime.parse("2026-11-24T10:00:00+01:00"));

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void IN_01_rawBytesAndLedgerRowAreCommittedWhenReceiveReturns() {
		var mail = this.request.bytes();
		var id = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), mail);

		var sha256 = this.desk.ledger(id).sha256();
		assertThat(sha256).isNotNull();
		assertThat(this.desk.documents().bytes(new DocumentId(sha256))).isEqualTo(mail);
	}

	@Test
	void IN_02_theSameMailInFiveMailboxesIsOneMessageWithFiveSightings() {
		var ids = List.of("anna", "bo", "carl", "dorte", "erik")
			.stream()
			.map((name) -> name + "@min.example")
			.map((mailbox) -> this.desk.receive(Desk.arrival(mailbox, Folder.INBOX),
					this.request.header("X-Hop: " + mailbox).bytes()))
			.distinct()
			.toList();
		this.desk.untilIdle();

		assertThat(ids).hasSize(1);
		assertThat(this.desk.message(ids.getFirst()).sightings()).hasSize(5);
		assertThat(this.desk.read).hasSize(1);
		assertThat(this.desk.sighted).hasSize(4);
		assertThat(this.desk.ledger()).singleElement().extracting((seen) -> seen.sightings().size()).isEqualTo(5);
	}

	@Test
	void IN_02_theDatabaseRefusesASecondRowForAnItem() {
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX);
		var first = this.desk.receive(arrival, this.request.bytes());
		var second = this.desk.receive(arrival, this.request.bytes());
		this.desk.untilIdle();

		assertThat(second).isEqualTo(first);
		assertThat(this.desk.message(first).sightings()).hasSize(1);
		assertThat(this.desk.sighted).isEmpty();
		assertThat(this.desk.read).hasSize(1);
	}

	@Test
	void IN_02_theDatabaseItselfKeepsBothKeys() {
		var id = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), this.request.bytes());

		for (var second : List.of("""
				insert into sighting (item_hash, mailbox, folder, received_at, state)
				select item_hash, mailbox, folder, received_at, state from sighting where message = ?
				""", """
				insert into message (id, reason, digest, received_at, mode)
				select id, reason, digest, received_at, mode from message where id = ?
				""")) {
			assertThatThrownBy(() -> this.desk.sql().sql(second).param(id.value()).update())
				.isInstanceOf(DuplicateKeyException.class);
		}
	}

	@Test
	void IN_04_anItemThatMovesKeepsItsEntry() {
		var arrival = Desk.arrival("anna@min.example", Folder.SENT);
		this.desk.receive(arrival, this.request.bytes());
		var moved = new Arrival(arrival.mailbox(), Folder.INBOX, arrival.itemId(), arrival.receivedAt(),
				arrival.preview(), arrival.mode());

		assertThat(this.desk.intake().wanted(List.of(moved))).isEmpty();

		assertThat(this.desk.ledger()).singleElement()
			.satisfies((seen) -> assertThat(seen.sightings())
				.containsExactly(new LedgerView.Place("anna@min.example", "inbox")));
	}

	@Test
	void IN_19_theOwnerOfSentItemsDoesNotSayWhenAMailCame() {
		var sent = Desk.arrival("anna@min.example", Folder.SENT);
		var came = sent.receivedAt().plusSeconds(7_200);
		var backdated = new Arrival(sent.mailbox(), Folder.SENT, "another copy", sent.receivedAt().minusSeconds(86_400),
				sent.preview(), sent.mode());
		var inbox = new Arrival(new EmailAddress("dan@min.example"), Folder.INBOX, "in his inbox", came, sent.preview(),
				sent.mode());

		for (var arrival : List.of(sent, inbox, backdated)) {
			this.desk.receive(arrival, this.request.bytes());
		}

		assertThat(this.desk.ledger()).singleElement()
			.satisfies((seen) -> assertThat(seen.receivedAt()).isEqualTo(came));
	}

	@Test
	void IN_19_whatWasKnownOfAnItemWhenItWasFirstSeenStays() {
		var arrival = Desk.arrival("anna@min.example", Folder.SENT);
		var first = new Filing(Optional.of(arrival.receivedAt()), false);
		this.desk.intake().receiveUnfetched(arrival.filed(first));

		var id = this.desk.receive(
				arrival.filed(new Filing(Optional.of(arrival.receivedAt().plusSeconds(86_400)), true)),
				this.request.bytes());

		assertThat(this.desk.messages().sightings(id)).singleElement()
			.satisfies(
					(seen) -> assertThat(seen.filing()).isEqualTo(new Filing(Optional.of(arrival.receivedAt()), true)));
	}

	@Test
	void VA_11a_aMailThatIsPutIntoSentItemsWasNotSentFromThere() {
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX);
		this.desk.receive(arrival, this.request.bytes());
		var moved = new Arrival(arrival.mailbox(), Folder.SENT, arrival.itemId(), arrival.receivedAt(),
				arrival.preview(), arrival.mode());

		assertThat(this.desk.intake().wanted(List.of(moved))).isEmpty();

		assertThat(this.desk.ledger()).singleElement()
			.satisfies((seen) -> assertThat(seen.sightings())
				.containsExactly(new LedgerView.Place("anna@min.example", "inbox")));
	}

	@Test
	void IN_04_idsThatDifferInLetterCaseOnlyAreTwoItems() {
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX);
		var other = new Arrival(arrival.mailbox(), arrival.folder(), arrival.itemId().toUpperCase(Locale.ROOT),
				arrival.receivedAt(), arrival.preview(), arrival.mode());

		assertThat(this.desk.intake().wanted(List.of(arrival, other))).containsExactly(arrival, other);
	}

	@Test
	void IN_02_manyAtOnceMakeOneMessage() throws Exception {
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var receiving = IntStream.range(0, 40)
				.mapToObj((n) -> Desk.arrival("p%d@min.example".formatted(n % 20), Folder.INBOX))
				.map((arrival) -> pool.submit(() -> this.desk.receive(arrival, this.request.bytes())))
				.toList();
			for (var one : receiving) {
				one.get();
			}
		}
		this.desk.untilIdle();

		assertThat(this.desk.ledger()).singleElement().extracting((seen) -> seen.sightings().size()).isEqualTo(40);
		assertThat(this.desk.sighted).hasSize(39);
		assertThat(this.desk.sql().sql("select count(*) from blob").query(Long.class).single()).isOne();
	}

	@Test
	void IN_01_whatIsRuledOutLeavesAKeyedHashTheTimeAndTheReason() {
		this.desk.ruleOut("It is a newsletter.");
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX, Threading.NONE);

		assertThat(this.desk.intake().wanted(List.of(arrival, arrival))).isEmpty();

		assertThat(this.desk.ledger()).singleElement().satisfies((seen) -> {
			assertThat(seen.state()).isEqualTo("ignored");
			assertThat(seen.reason()).isEqualTo("It is a newsletter.");
			assertThat(seen.receivedAt()).isEqualTo(arrival.receivedAt());
		});
		var row = this.desk.sql().sql("select json_agg(s)::text from sighting s").query(String.class).single();
		assertThat(row).doesNotContain(arrival.itemId(), "conversation of");
	}

	@Test
	void anItemThatVanishedIsWantedWhenItComesBack() {
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX);
		assertThat(this.desk.intake().wanted(List.of(arrival))).containsExactly(arrival);
		this.desk.intake().receiveGone(arrival);
		assertThat(this.desk.ledger()).singleElement().extracting(LedgerView.Seen::state).isEqualTo("ignored");

		assertThat(this.desk.intake().wanted(List.of(arrival))).containsExactly(arrival);
		this.desk.receive(arrival, this.request.bytes());
		assertThat(this.desk.ledger()).singleElement().extracting(LedgerView.Seen::state).isEqualTo("new");
		assertThat(this.desk.intake().wanted(List.of(arrival))).isEmpty();
	}

	@Test
	void IN_07_everyMessageIsInOneStateAndTheSumIsWhatWasSeen() {
		this.desk.triage((message) -> {
			switch (message.subject()) {
				case "case" -> this.desk.messages().inCase(message.id(), "cs_1", "It opened the case.");
				case "review" -> this.desk.messages().inReview(message.id(), "Nobody knows.");
				case "noise" -> this.desk.messages().ignore(message.id(), "It asks nothing.");
				case "poison" -> throw new IllegalStateException("It cannot be read.");
				default -> {
				}
			}
		});
		for (var subject : List.of("case", "review", "noise", "other", "poison")) {
			this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX),
					Letter.of(BO, List.of(ANNA), subject, "x", this.request.sentAt()).bytes());
		}
		this.desk.ruleOut("It is a newsletter.");
		this.desk.intake().wanted(List.of(Desk.arrival("anna@min.example", Folder.INBOX)));
		await().until(() -> this.desk.read.size() == 4 && this.desk.ledger().get(4).state().equals("retrying"));

		var status = this.desk.bean(StatusController.class).status();
		assertThat(status.mailboxes())
			.containsExactly(new StatusController.MailboxStatus("anna@min.example", 6, 2, 1, 2, 0, 1));
		assertThat(this.desk.ledger()).extracting(LedgerView.Seen::state)
			.containsExactly("inCase", "new", "ignored", "new", "retrying", "ignored");
		assertThat(this.desk.ledger()).allSatisfy((seen) -> assertThat(seen.reason()).endsWith("."));
	}

	@Test
	void theListIsPagedAndFiltered() {
		var ids = IntStream.range(0, 230)
			.mapToObj((n) -> Letter.of(BO, List.of(ANNA), "mail " + n, "x", this.request.sentAt()))
			.map((letter) -> this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), letter.bytes()).value())
			.toList();
		var named = this.desk.receive(Desk.arrival("bo@min.example", Folder.INBOX), this.request.bytes());
		var api = this.desk.bean(MessageController.class);

		var seen = new ArrayList<String>();
		var cursor = Optional.<String>empty();
		do {
			var page = api.list(Optional.of("anna@min.example"), Optional.empty(), Optional.empty(), cursor);
			page.items().forEach((item) -> seen.add(item.id()));
			cursor = Optional.ofNullable(page.next());
		}
		while (cursor.isPresent());
		assertThat(seen).containsExactlyElementsOf(ids);

		assertThat(
				api.list(Optional.empty(), Optional.of(this.request.messageId()), Optional.of("new"), Optional.empty())
					.items())
			.singleElement()
			.extracting(LedgerView.Seen::id)
			.isEqualTo(named.value());
		assertThatThrownBy(() -> api.list(Optional.empty(), Optional.empty(), Optional.of("odd"), Optional.empty()))
			.isInstanceOfSatisfying(InvalidField.class, (wrong) -> assertThat(wrong.field()).isEqualTo("state"));
		assertThatThrownBy(() -> api.list(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("***")))
			.isInstanceOfSatisfying(InvalidField.class, (wrong) -> assertThat(wrong.field()).isEqualTo("cursor"));
	}

}
