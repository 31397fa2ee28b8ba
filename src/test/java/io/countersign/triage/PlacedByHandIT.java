package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a person does with a mail in doubt while an answer to it is read. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class PlacedByHandIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final Bureau office;

	PlacedByHandIT(Bureau office) {
		this.office = office;
	}

	@BeforeEach
	void watch() {
		this.office.api().watch(FINN);
	}

	@AfterEach
	void leave() {
		this.office.api().delete("/watches/" + FINN.address());
	}

	@Test
	void anAnswerThatIsReadWhileItsMailIsPutIntoACaseFindsTheCase() {
		var request = this.office.asked();
		var doubtful = doubtful(request);
		var answer = Letter.of(EVA, List.of(FINN), "Note", "Der mangler et bilag.\n\nEva", Bureau.now())
			.header("In-Reply-To: " + doubtful.messageId());
		var caseId = this.office.message(request).path("case").asString();
		var placed = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);

		var person = CompletableFuture.runAsync(() -> inOneTransaction(() -> {
			this.office.bean(Reviews.class).join(id(doubtful), new CaseId(caseId), "pe_eva");
			placed.countDown();
			until(goOn);
		}), Thread::startVirtualThread);
		until(placed);
		this.office.control().place(FINN, "inbox", answer.bytes(), Instant.now());
		await().atMost(SOON).until(() -> isWaitedFor() || isIgnored(answer));
		goOn.countDown();
		person.join();

		await().atMost(SOON)
			.untilAsserted(() -> assertThat(this.office.message(answer).path("case").asString()).isEqualTo(caseId));
	}

	@Test
	void aMailThatWasCalledNothingOfOursStaysWhenItHasJoinedACaseMeanwhile() {
		var request = this.office.asked();
		var doubtful = doubtful(request);
		var caseId = this.office.message(request).path("case").asString();
		this.office.bean(Dismissals.class).dismiss(id(doubtful), this.office.person(EVA).id());

		inOneTransaction(
				() -> this.office.bean(Messages.class).inCase(id(doubtful), caseId, "It answers a mail of it."));
		inOneTransaction(() -> {
			var message = this.office.bean(Messages.class).get(id(doubtful));
			this.office.bean(Cases.class)
				.join(new CaseId(caseId), new Joining(message, List.of(), "It answers a mail.", message.receivedAt()));
		});
		inOneTransaction(() -> this.office.bean(Reviews.class).forgetDismissed(id(doubtful)));

		assertThat(this.office.message(doubtful).path("state").asString()).isEqualTo("inCase");
		assertThat(this.office.message(doubtful).path("sha256").isString()).isTrue();
	}

	/** An answer of somebody nobody knows waits for a person. */
	private Letter doubtful(Letter request) {
		var doubtful = request.answeredBy(Correspondent.of("Ulla Ude", "ulla@ude.example"), "Se min note.\n\nUlla",
				Bureau.now());
		this.office.control().place(DAN, "inbox", doubtful.bytes(), Instant.now());
		await().atMost(SOON).until(() -> !this.office.reviews(this.office.message(doubtful)).isEmpty());
		return doubtful;
	}

	private void inOneTransaction(Runnable work) {
		new TransactionTemplate(this.office.bean(PlatformTransactionManager.class))
			.executeWithoutResult((_) -> work.run());
	}

	private MessageId id(Letter letter) {
		return new MessageId(this.office.message(letter).path("id").asString());
	}

	private boolean isIgnored(Letter letter) {
		return this.office.message(letter).path("state").asString().equals("ignored");
	}

	private boolean isWaitedFor() {
		return this.office.bean(JdbcClient.class)
			.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
			.query(Boolean.class)
			.single();
	}

	private static void until(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
