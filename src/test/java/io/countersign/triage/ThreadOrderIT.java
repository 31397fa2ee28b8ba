package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whole threads whose mails come in an order in which nobody wrote them. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class ThreadOrderIT {

	private static final long SEED = 20_261_126;

	private static final int THREADS = 8;

	/** Its mailboxes have long been read past it. */
	private static final Duration LATE = Duration.ofHours(-1);

	/** What was written before it may still come. */
	private static final Duration IN_TIME = Duration.ofMinutes(5);

	private static final List<String> ORDERS = List.of("Dan, lav et notat om skolebusserne inden onsdag kl. 10.",
			"Book et lokale til 20 personer den 10. december.", "Please prepare a draft reply to the council, Dan.");

	private static final List<String> REQUESTS = List.of("Kan du godkende det reviderede budget senest på fredag?",
			"Please approve the new budget by Thursday.");

	private static final List<String> WORDS = List.of("Tak, det ser jeg på.", "Det var godt at høre.",
			"Thanks, noted.");

	private final Random random = new Random(SEED);

	private final Bureau office;

	private final Cases cases;

	ThreadOrderIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
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
	void aThreadHasItsOneCaseInWhateverOrderItsMailsCome() {
		var threads = IntStream.range(0, THREADS).mapToObj((_) -> thread()).toList();

		arrive(threads.stream().map(this::shuffled).toList(), IN_TIME);

		for (var thread : threads) {
			settled(thread, (mail) -> mail.path("state").asString().equals("inCase"));
			var id = new CaseId(message(thread.getFirst()).path("case").asString());
			assertThat(thread).extracting((letter) -> message(letter).path("case").asString())
				.as("seed %d, %s", SEED, thread.getFirst().subject())
				.containsOnly(id.value());
			assertThat(this.cases.get(id).openedBy().value())
				.isEqualTo(message(thread.getFirst()).path("id").asString());
			assertThat(this.cases.get(id).asks()).singleElement()
				.satisfies((ask) -> assertThat(ask.approver().value()).isEqualTo(BO.address()));
		}
	}

	@Test
	void aRequestThatComesMuchLaterThanTheAnswersToItOpensNoSecondCase() {
		var threads = IntStream.range(0, THREADS).mapToObj((_) -> thread()).toList();

		arrive(threads.stream().map(List::reversed).toList(), LATE);

		for (var thread : threads) {
			settled(thread, this::isPlaced);
			assertThat(
					thread.stream().map((letter) -> message(letter).path("case")).filter(JsonNode::isString).distinct())
				.as("seed %d, %s", SEED, thread.getFirst().subject())
				.hasSizeLessThanOrEqualTo(1);
			var request = message(thread.getFirst());
			assertThat(request.path("case").isString() || isReviewedBeside(thread, request)).isTrue();
		}
	}

	@Test
	void aMailThatEnclosesARequestWaitsForItAndIsOfItsCase() {
		var request = thread().getFirst();
		var enclosing = internal(Letter
			.of(DAN, List.of(BO), "VS: " + request.subject(), "Kære Bo\n\nKan du godkende vedlagte?\n\nDan",
					Bureau.now())
			.forwarding(request));

		this.office.control().place(DAN, "sentitems", enclosing.bytes(), Instant.now().plus(IN_TIME));
		assertThat(message(enclosing).path("case").isString()).isFalse();
		this.office.control().place(FINN, "inbox", request.bytes(), Instant.now().plus(IN_TIME));

		settled(List.of(request, enclosing), (mail) -> mail.path("state").asString().equals("inCase"));
		var id = new CaseId(message(enclosing).path("case").asString());
		assertThat(message(request).path("case").asString()).isEqualTo(id.value());
		assertThat(this.cases.get(id).openedBy().value()).isEqualTo(message(request).path("id").asString());
	}

	/** A request, and mails each of which answers one of those before it. */
	private List<Letter> thread() {
		var mails = new ArrayList<Letter>();
		mails.add(internal(Letter.of(DAN, List.of(BO), "Budget " + UUID.randomUUID().toString().substring(0, 8),
				"Kære Bo\n\nKan du godkende vedlagte budget?\n\nDan", Bureau.now())));
		var length = 3 + this.random.nextInt(3);
		while (mails.size() < length) {
			var answered = mails.get(this.random.nextInt(mails.size()));
			mails.add(answer(answered, mails.size() == 1 || this.random.nextBoolean()));
		}
		return mails;
	}

	private Letter answer(Letter answered, boolean reads) {
		var byBo = answered.from().equals(DAN);
		var words = !reads ? WORDS : byBo ? ORDERS : REQUESTS;
		return internal(answered.answeredBy(byBo ? BO : DAN, words.get(this.random.nextInt(words.size())) + "\n",
				Bureau.now()));
	}

	/** Written inside the tenant, whose servers vouch for its author. */
	private static Letter internal(Letter letter) {
		return letter.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + Bureau.date())
			.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox");
	}

	private List<Letter> shuffled(List<Letter> thread) {
		var order = new ArrayList<>(thread);
		Collections.shuffle(order, this.random);
		return order;
	}

	/** The first of each, then the second of each when those are on record, and so on. */
	private void arrive(List<List<Letter>> orders, Duration received) {
		for (var turn = 0; turn < 5; turn++) {
			var now = turn;
			var mails = orders.stream().filter((order) -> now < order.size()).map((order) -> order.get(now)).toList();
			mails.forEach((letter) -> this.office.control()
				.place(mailbox(letter), "inbox", letter.bytes(), Instant.now().plus(received)));
			mails.forEach(this::message);
		}
	}

	/**
	 * What begins a thread lies elsewhere, so that no mailbox knows them as one
	 * conversation.
	 */
	private static Correspondent mailbox(Letter letter) {
		return letter.references().isEmpty() ? FINN : DAN;
	}

	private void settled(List<Letter> thread, Predicate<JsonNode> isSettled) {
		await().atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(300))
			.untilAsserted(() -> assertThat(thread).allSatisfy((letter) -> assertThat(isSettled.test(message(letter)))
				.as(() -> "seed %d, %s, before a person %s".formatted(SEED, message(letter),
						this.office.reviews(message(letter))))
				.isTrue()));
	}

	/** In a case, or before a person. */
	private boolean isPlaced(JsonNode mail) {
		return !mail.path("state").asString().equals("new") || !this.office.reviews(mail).isEmpty();
	}

	private boolean isReviewedBeside(List<Letter> thread, JsonNode request) {
		var likely = this.office.reviews(request)
			.stream()
			.map((review) -> review.path("likelyCase").asString())
			.toList();
		return thread.stream().anyMatch((letter) -> likely.contains(message(letter).path("case").asString()));
	}

	private JsonNode message(Letter letter) {
		return this.office.message(letter);
	}

}
