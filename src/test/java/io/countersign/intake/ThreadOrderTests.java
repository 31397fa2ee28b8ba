package io.countersign.intake;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Execution(ExecutionMode.CONCURRENT)
class ThreadOrderTests {

	private static final ZonedDateTime MORNING = ZonedDateTime.parse("2026-11-24T10:00:00+01:00");

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n", MORNING);

	private final Letter reply = this.request.answeredBy(ANNA, "Godkendt.", MORNING.plusHours(1));

	private final Letter enclosing = Letter.of(ANNA, List.of(BO), "VS: Lejemål", "Se vedhæftede.\n", MORNING)
		.forwarding(this.request);

	private final Letter forwarding = Letter.of(ANNA, List.of(BO), "VS: Lejemål", "Se nedenfor.\n", MORNING)
		.header("X-MS-Exchange-Original-Message-ID: " + this.request.messageId());

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void aReplyWaitsUntilTheStoredMailItAnswersHasBeenRead() throws Exception {
		var begun = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		this.desk.triage((message) -> {
			if (message.threading().isReply()) {
				return;
			}
			begun.countDown();
			hold(goOn);
		});
		this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), this.request.bytes());
		begun.await();
		var answer = this.desk.receive(Desk.arrival("bo@min.example", Folder.INBOX), this.reply.bytes());

		await().atMost(Duration.ofSeconds(20)).until(() -> problem(answer).contains("waits until the mail it answers"));
		assertThat(this.desk.read).isEmpty();
		goOn.countDown();
		this.desk.untilIdle();
		assertThat(this.desk.read).extracting((event) -> event.message().subject())
			.containsExactly("Lejemål", "SV: Lejemål");
	}

	@Test
	void mailsThatNameEachOtherAsParentsDoNotWaitForEver() {
		var one = "From: a@x.example\nMessage-ID: <1@x>\nIn-Reply-To: <2@x>\n\nHej";
		var two = "From: a@x.example\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\n\nHej";
		this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), Mails.bytes(one));
		this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), Mails.bytes(two));

		await().atMost(Duration.ofSeconds(30)).until(() -> {
			this.desk.sql().sql("update message set taken_at = taken_at - interval '10 seconds'").update();
			return this.desk.read.size() == 2;
		});
	}

	@Test
	void aReplyThatWaitsForAnUnknownParentIsReadAgainWhenItTurnsUp() {
		this.desk.triage((message) -> {
			if (message.threading().isReply()) {
				this.desk.messages().later(message.id(), Duration.ofDays(3), "Nobody has seen the mail it answers.");
			}
		});
		var answer = this.desk.read("bo@min.example", this.reply.bytes());
		assertThat(this.desk.ledger(answer).state()).isEqualTo("new");
		assertThat(this.desk.bean(LedgerView.class).pending()).isZero();

		this.desk.read("anna@min.example", this.request.bytes());

		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.read.size() == 3);
		assertThat(this.desk.read.getLast().message().id()).isEqualTo(answer);
	}

	@Test
	void aMessageThatWaitsForProofIsReadAgainWhenItIsSeenInOneMorePlace() {
		this.desk.triage((message) -> this.desk.messages().later(message.id(), Duration.ofDays(3), "No proof yet."));
		this.desk.read("bo@min.example", this.reply.bytes());

		this.desk.receive(Desk.arrival("anna@min.example", Folder.SENT), this.reply.bytes());

		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.read.size() == 2);
		assertThat(this.desk.read.getLast().message().sightings()).extracting(Sighting::folder)
			.containsExactly(Folder.INBOX, Folder.SENT);
		assertThat(this.desk.sighted).hasSize(1);
	}

	@Test
	void aReplyMissesTheMailItAnswersUntilThatHasBeenSeen() {
		var answer = this.desk.message(this.desk.read("bo@min.example", this.reply.bytes()));
		assertThat(this.desk.messages().misses(answer)).isTrue();

		var request = this.desk.message(this.desk.read("anna@min.example", this.request.bytes()));

		assertThat(this.desk.messages().misses(answer)).isFalse();
		assertThat(this.desk.messages().misses(request)).isFalse();
	}

	@Test
	void aMailMissesTheMailItEnclosesOrForwardsUntilThatHasBeenSeen() {
		var enclosing = this.desk.message(this.desk.read("bo@min.example", this.enclosing.bytes()));
		var forwarding = this.desk.message(this.desk.read("bo@min.example", this.forwarding.bytes()));
		assertThat(this.desk.messages().misses(enclosing)).isTrue();
		assertThat(this.desk.messages().misses(forwarding)).isTrue();

		this.desk.read("anna@min.example", this.request.bytes());

		assertThat(this.desk.messages().misses(enclosing)).isFalse();
		assertThat(this.desk.messages().misses(forwarding)).isFalse();
	}

	@Test
	void aMailIsAheadOfItsThreadUntilTheMailItEnclosesIsSettled() {
		var enclosing = this.desk.message(this.desk.read("bo@min.example", this.enclosing.bytes()));
		this.desk.triage((message) -> this.desk.messages().later(message.id(), Duration.ofDays(3), "No proof yet."));

		var request = this.desk.message(this.desk.read("anna@min.example", this.request.bytes()));

		assertThat(this.desk.messages().isAheadOfItsThread(enclosing)).isTrue();
		this.desk.messages().inCase(request.id(), "cs_1", "It opens the case.");
		assertThat(this.desk.messages().isAheadOfItsThread(enclosing)).isFalse();
	}

	@Test
	void aMailThatWasIgnoredIsReadAgainWhenAMailItEnclosesOrForwardsJoinsACase() {
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "It asks nothing."));
		var enclosing = Desk.arrival("anna@min.example", Folder.INBOX, Desk.threading(this.enclosing));
		var forwarding = Desk.arrival("anna@min.example", Folder.INBOX, Desk.threading(this.forwarding));
		this.desk.receive(enclosing, this.enclosing.bytes());
		this.desk.receive(forwarding, this.forwarding.bytes());
		this.desk.untilIdle();

		this.desk.triage((message) -> this.desk.messages().inCase(message.id(), "cs_1", "It belongs to the case."));
		this.desk.read("bo@min.example", this.request.bytes());

		assertThat(this.desk.intake().wanted(List.of(enclosing, forwarding))).containsExactly(enclosing, forwarding);
	}

	@Test
	void aRequestFindsTheCaseOfAMailThatEnclosesIt() {
		this.desk.triage((message) -> {
			this.desk.messages().expect(message);
			this.desk.messages().inCase(message.id(), "cs_1", "It opens the case.");
		});

		var enclosing = this.desk.read("bo@min.example", this.enclosing.bytes());

		assertThat(
				this.desk.messages().expecting(InternetMessageId.normalise(this.request.messageId()).stream().toList()))
			.containsExactly(enclosing);
	}

	/** Each of them is a lock of the database, which has room for a few thousand. */
	@Test
	void aMailThatEnclosesAThousandOthersNamesFiveHundredOfThem() {
		var crowd = Letter.of(ANNA, List.of(BO), "Alle", "Se vedhæftede.\n", MORNING);
		for (var part = 0; part < 10; part++) {
			var ids = IntStream.range(part * 100, part * 100 + 100).mapToObj("<%d@x.example>"::formatted).toList();
			crowd = crowd.forwarding(this.request.header("References: " + String.join(" ", ids)));
		}

		assertThat(this.desk.message(this.desk.read("bo@min.example", crowd.bytes())).earlier()).hasSize(500);
	}

	@Test
	void aReplyIsAheadOfItsThreadUntilTheMailItAnswersIsSettled() {
		var answer = this.desk.message(this.desk.read("bo@min.example", this.reply.bytes()));
		assertThat(this.desk.messages().isAheadOfItsThread(answer)).isFalse();
		this.desk.triage((message) -> this.desk.messages().later(message.id(), Duration.ofDays(3), "No proof yet."));

		var request = this.desk.message(this.desk.read("anna@min.example", this.request.bytes()));

		assertThat(this.desk.messages().isAheadOfItsThread(answer)).isTrue();
		assertThat(this.desk.messages().isAheadOfItsThread(request)).isFalse();
		this.desk.messages().inCase(request.id(), "cs_1", "It opens the case.");
		assertThat(this.desk.messages().isAheadOfItsThread(answer)).isFalse();
	}

	@Test
	void aMessageIsYoungForAWhileOnly() {
		var message = this.desk.message(this.desk.read("anna@min.example", this.request.bytes()));

		assertThat(this.desk.messages().isYoung(message, Duration.ofHours(1))).isTrue();
		assertThat(this.desk.messages().isYoung(message, Duration.ZERO)).isFalse();
	}

	@Test
	void aMailThatComesLateFindsTheMessagesOfCasesThatNamedIt() {
		this.desk.triage((message) -> {
			this.desk.messages().expect(message);
			this.desk.messages().inCase(message.id(), "cs_1", "It opens the case.");
		});
		var answer = this.desk.read("bo@min.example", this.reply.bytes());
		var named = InternetMessageId.normalise(this.request.messageId()).stream().toList();

		assertThat(this.desk.messages().expecting(named)).containsExactly(answer);
		assertThat(this.desk.messages().expecting(List.of("another@min.example"))).isEmpty();
	}

	@Test
	void mailsThatAnswerTheSameMailAreReadOneAfterTheOtherAndOthersAreNot() {
		assertThat(atOnce((number) -> this.request.answeredBy(ANNA, "Svar " + number, MORNING))).isEqualTo(1);
		assertThat(atOnce((number) -> Letter.of(BO, List.of(ANNA), "Sag " + number, "Hej", MORNING))).isGreaterThan(1);
	}

	/** How many of four mails were being read at the same time. */
	private int atOnce(IntFunction<Letter> letters) {
		var now = new AtomicInteger();
		var most = new AtomicInteger();
		this.desk.triage((_) -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
			now.decrementAndGet();
		});
		IntStream.range(0, 4)
			.mapToObj(letters)
			.forEach((letter) -> this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), letter.bytes()));
		this.desk.untilIdle();
		return most.get();
	}

	private String problem(MessageId id) {
		return this.desk.sql()
			.sql("select coalesce(problem, '') from message where id = ?")
			.param(id.value())
			.query(String.class)
			.single();
	}

	private static void hold(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
