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
import java.util.Optional;
import java.util.UUID;

/** Brings notifications to their address: in time at first, then with growing pauses. */
final class Postman {

	private static final Duration HANDSHAKE = Duration.ofSeconds(10);

	private static final Duration AT_FIRST = Duration.ofSeconds(3);

	private static final int TRIES = 8;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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

	/** Returns at once. */
	void bring(String url, byte[] json, Duration late) {
		Thread.ofVirtual().start(() -> {
			try {
				Thread.sleep(late);
				var pause = this.habits.retryAfter;
				for (var tried = 0; tried < TRIES
						&& !arrives(url, json, (tried == 0) ? AT_FIRST : HANDSHAKE); tried++) {
					Thread.sleep(pause);
					pause = pause.multipliedBy(2);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
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

}
