package io.countersign.sandbox.tenant;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Brings notifications to their address: in time at first, then with growing pauses. */
final class Postman {

	private static final Duration HANDSHAKE = Duration.ofSeconds(10);

	private static final Duration AT_FIRST = Duration.ofSeconds(3);

	private static final int TRIES = 8;

	private static final int MOST = 100;

	/** Fewer answers tell nothing about an address. */
	private static final int SAMPLE = 4;

	/** Of a hundred answers that may be slow before others are discarded. */
	private static final int SLOW_IN_A_HUNDRED = 15;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, Bag> bags = new ConcurrentHashMap<>();

	private final Habits habits;

	Postman(Habits habits) {
		this.habits = habits;
	}

	/** Answers what is wrong with the address, or nothing. */
	Optional<String> shakeHands(String url) {
		var token = "Validation: Testing client application reachability for subscription Request-Id: "
				+ UUID.randomUUID();
		var failed = "Subscription validation request failed. ";
		try {
			var uri = URI.create(url + (url.contains("?") ? "&" : "?") + "validationToken="
					+ URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%3A", "%3a"));
			var response = this.client.send(HttpRequest.newBuilder(uri)
				.timeout(HANDSHAKE)
				.header("Content-Type", "text/plain; charset=utf-8")
				.POST(BodyPublishers.noBody())
				.build(), BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				return Optional.of(failed + "Notification endpoint must respond with 200 OK to validation request.");
			}
			var type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
			return (type.startsWith("text/plain") && response.body().equals(token)) ? Optional.empty()
					: Optional.of(failed + "Response must exactly match validationToken query parameter.");
		}
		catch (IOException | IllegalArgumentException ex) {
			return Optional.of("Subscription validation request timed out.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.of("Subscription validation request timed out.");
		}
	}

	/**
	 * Returns at once. What is to be brought to an address while somebody is on his way
	 * there goes with him who is next, in one post.
	 */
	void bring(String url, Map<String, Object> hint, Duration late) {
		Thread.ofVirtual().start(() -> {
			try {
				Thread.sleep(late);
				var bag = this.bags.computeIfAbsent(url, (_) -> new Bag());
				if (!bag.isDropped()) {
					bag.hints.add(hint);
					carry(url, bag);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void carry(String url, Bag bag) throws InterruptedException {
		byte[] json;
		bag.way.lock();
		try {
			var hints = Stream.generate(bag.hints::poll).limit(MOST).takeWhile(Objects::nonNull).toList();
			json = Answer.JSON.writeValueAsBytes(Map.of("value", hints));
			if (hints.isEmpty()) {
				return;
			}
			var left = System.nanoTime();
			var arrived = arrives(url, json, AT_FIRST);
			bag.answered(Duration.ofNanos(System.nanoTime() - left).compareTo(this.habits.slowAfter) > 0);
			if (arrived) {
				return;
			}
		}
		finally {
			bag.way.unlock();
		}
		carryAgain(url, json);
	}

	private void carryAgain(String url, byte[] json) throws InterruptedException {
		var pause = this.habits.retryAfter;
		Thread.sleep(pause);
		for (var tried = 1; tried < TRIES && !arrives(url, json, HANDSHAKE); tried++) {
			pause = pause.multipliedBy(2);
			Thread.sleep(pause);
		}
	}

	private boolean arrives(String url, byte[] json, Duration patience) throws InterruptedException {
		try {
			var request = HttpRequest.newBuilder(URI.create(url))
				.timeout(patience)
				.header("Content-Type", "application/json; charset=utf-8")
				.POST(BodyPublishers.ofByteArray(json))
				.build();
			return this.client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** What waits to be brought to one address, and how it has answered lately. */
	private static final class Bag {

		private final Queue<Map<String, Object>> hints = new ConcurrentLinkedQueue<>();

		private final Lock way = new ReentrantLock();

		private long since = System.nanoTime();

		private int answers;

		private int slow;

		synchronized void answered(boolean slowly) {
			this.answers++;
			this.slow += slowly ? 1 : 0;
		}

		/** What would be brought to an address that is too slow is lost. */
		synchronized boolean isDropped() {
			if (System.nanoTime() - this.since > WINDOW.toNanos()) {
				this.since = System.nanoTime();
				this.answers = 0;
				this.slow = 0;
			}
			return this.answers >= SAMPLE && this.slow * 100 > this.answers * SLOW_IN_A_HUNDRED;
		}

	}

}
