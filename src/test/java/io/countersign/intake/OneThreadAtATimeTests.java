package io.countersign.intake;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A mail joins a case in one transaction, and an answer to it is left in another because
 * nobody has heard of a case. Both are held open, so that neither can see the other.
 */
class OneThreadAtATimeTests {

	private static final ZonedDateTime MORNING = ZonedDateTime.parse("2026-11-24T10:00:00+01:00");

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final TransactionTemplate transaction = new TransactionTemplate(
			this.desk.bean(PlatformTransactionManager.class));

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n", MORNING);

	private final Letter reply = this.request.answeredBy(ANNA, "Godkendt.", MORNING.plusHours(1));

	private final Arrival answer = Desk.arrival("bo@min.example", Folder.INBOX,
			new Threading(InternetMessageId.normalise(this.reply.messageId()),
					InternetMessageId.normalise(this.request.messageId()).stream().toList(), List.of(),
					Optional.empty(), Optional.empty()));

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch goOn = new CountDownLatch(1);

	private MessageId parent;

	@BeforeEach
	void aMailInDoubt() {
		this.desk.triage((message) -> this.desk.messages().inReview(message.id(), "Whom does it ask?"));
		this.parent = this.desk.read("anna@min.example", this.request.bytes());
	}

	@AfterEach
	void close() {
		this.goOn.countDown();
		this.desk.close();
	}

	@Test
	void anAnswerThatIsBeingLeftIsWantedAgainWhenAPersonPutsItsMailIntoACase() {
		this.desk.triage((message) -> {
			var inCase = isInCase();
			held();
			settle(message.id(), inCase);
		});
		this.desk.receive(this.answer, this.reply.bytes());
		until(this.begun);

		var person = beside(() -> this.transaction.executeWithoutResult((_) -> byHand()));
		untilWaitingOr(person);
		this.goOn.countDown();
		person.join();
		this.desk.untilIdle();

		assertThat(this.desk.intake().wanted(List.of(this.answer))).containsExactly(this.answer);
	}

	@Test
	void anAnswerFindsTheCaseThatAPersonIsPuttingItsMailInto() {
		this.desk.triage((message) -> settle(message.id(), isInCase()));

		var person = personHolds();
		var read = this.desk.receive(this.answer, this.reply.bytes());
		untilWaitingOr(beside(this.desk::untilIdle));
		this.goOn.countDown();
		person.join();
		this.desk.untilIdle();

		assertThat(this.desk.ledger(read).state()).isEqualTo("inCase");
	}

	/** It is looked at twice: the second time nobody can do anything beside it. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void anAnswerThatIsBeingRuledOutIsWantedAgainWhenItsMailJoinsACase(int look) {
		var looks = new AtomicInteger();
		this.desk.screen((arrivals) -> {
			var inCase = isInCase();
			if (looks.incrementAndGet() == look) {
				held();
			}
			return inCase ? Map.of() : Map.of(arrivals.getFirst(), "It is an automatic reply.");
		});

		var page = CompletableFuture.supplyAsync(() -> this.desk.intake().wanted(List.of(this.answer)),
				Thread::startVirtualThread);
		until(this.begun);
		var person = beside(() -> this.transaction.executeWithoutResult((_) -> byHand()));
		untilWaitingOr(person);
		this.goOn.countDown();
		person.join();
		page.join();

		assertThat(this.desk.intake().wanted(List.of(this.answer))).containsExactly(this.answer);
	}

	@Test
	void anAnswerIsNotRuledOutWhileItsMailIsJoiningACase() {
		this.desk
			.screen((arrivals) -> isInCase() ? Map.of() : Map.of(arrivals.getFirst(), "It is an automatic reply."));

		var person = personHolds();
		var page = CompletableFuture.supplyAsync(() -> this.desk.intake().wanted(List.of(this.answer)),
				Thread::startVirtualThread);
		untilWaitingOr(page);
		this.goOn.countDown();
		person.join();

		assertThat(page.join()).containsExactly(this.answer);
	}

	/** A person's transaction in which the mail is in its case, and that goes on. */
	private CompletableFuture<Void> personHolds() {
		var person = beside(() -> this.transaction.executeWithoutResult((_) -> {
			byHand();
			held();
		}));
		until(this.begun);
		return person;
	}

	private static CompletableFuture<Void> beside(Runnable work) {
		return CompletableFuture.runAsync(work, Thread::startVirtualThread);
	}

	private void byHand() {
		this.desk.messages().lock(this.parent);
		this.desk.messages().inCase(this.parent, "cs_1", "A person looked at it and put it here.");
	}

	private void settle(MessageId id, boolean inCase) {
		if (inCase) {
			this.desk.messages().inCase(id, "cs_1", "It answers a mail of this case.");
		}
		else {
			this.desk.messages().ignore(id, "It asks nothing.");
		}
	}

	private boolean isInCase() {
		return this.desk.sql()
			.sql("select state = 'IN_CASE' from message where id = ?")
			.param(this.parent.value())
			.query(Boolean.class)
			.single();
	}

	private void held() {
		this.begun.countDown();
		until(this.goOn);
	}

	/** Until the other waits for us, or has come to its end without waiting. */
	private void untilWaitingOr(CompletableFuture<?> other) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> other.isDone() || this.desk.sql()
				.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
				.query(Boolean.class)
				.single());
	}

	private static void until(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
