package io.countersign.connector.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GatheringTests {

	private static final int CALLERS = 200;

	@Test
	void twoHundredCallersAreServedByAFewPiecesOfWork() throws Exception {
		var pieces = new AtomicInteger();
		var done = new ArrayList<Integer>();
		var gathering = new Gathering<Integer>((items) -> {
			pieces.incrementAndGet();
			done.addAll(items);
			rest(20);
		}, Duration.ofSeconds(30));

		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, CALLERS)
				.<Callable<Boolean>>mapToObj((number) -> () -> gathering.take(List.of(number)))
				.toList();
			assertThat(callers.invokeAll(calls)).extracting(Future::get).containsOnly(true);
		}

		assertThat(done).hasSize(CALLERS).doesNotHaveDuplicates();
		assertThat(pieces.get()).isLessThan(CALLERS / 10);
	}

	@Test
	void aFailureIsTheFailureOfThoseItServedAndOfNobodyAfterThem() throws InterruptedException {
		var gathering = new Gathering<String>((items) -> {
			if (items.contains("bad")) {
				throw new IllegalStateException("no");
			}
			if (items.contains("worse")) {
				throw new StackOverflowError();
			}
		}, Duration.ofSeconds(1));

		assertThatIllegalStateException().isThrownBy(() -> gathering.take(List.of("bad"))).withMessage("no");
		assertThat(gathering.take(List.of("good"))).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> gathering.take(List.of("worse")))
			.withCauseInstanceOf(StackOverflowError.class);
		assertThat(gathering.take(List.of("good"))).isTrue();
	}

	@Test
	void whoWaitsTooLongIsToldSoAlsoWhoseWorkHasBegun() throws Exception {
		var begun = new CountDownLatch(1);
		var end = new CountDownLatch(1);
		var gathering = new Gathering<String>((_) -> {
			begun.countDown();
			await(end);
		}, Duration.ofMillis(50));

		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var first = callers.submit(() -> gathering.take(List.of("first")));
			begun.await();
			assertThat(gathering.take(List.of("second"))).isFalse();
			assertThat(first.get()).isFalse();
			end.countDown();
		}
	}

	@Test
	void whoWaitedTooLongTakesAlongWhatWasNotBegun() throws Exception {
		var begun = new CountDownLatch(1);
		var end = new CountDownLatch(1);
		var done = new ConcurrentLinkedQueue<String>();
		var gathering = new Gathering<String>((items) -> {
			done.addAll(items);
			begun.countDown();
			await(end);
		}, Duration.ofMillis(500));

		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			callers.submit(() -> gathering.take(List.of("first")));
			begun.await();
			assertThat(gathering.take(List.of("gone"))).isFalse();
			end.countDown();
			assertThat(gathering.take(List.of("later"))).isTrue();
		}

		assertThat(done).containsExactly("first", "later");
	}

	@Test
	void whoeverComesWhenTooManyWaitIsSentAwayAtOnce() throws Exception {
		var end = new CountDownLatch(1);
		var gathering = new Gathering<String>((_) -> await(end), Duration.ofSeconds(30));

		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = Stream.generate(() -> callers.submit(() -> gathering.take(List.of("one of many"))))
				.limit(1_000)
				.toList();
			rest(500);
			var deniedMeanwhile = calls.stream().filter(Future::isDone).count();
			end.countDown();

			assertThat(deniedMeanwhile).isBetween(700L, 800L);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void rest(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
