package io.countersign.identity;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether the identity provider answers. A screen on a wall asks before it leaves the
 * board for the sign-in, because nobody brings it back from a page that does not come.
 */
@Component
class ProviderReach {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/** However many ask, the provider is asked this often. */
	private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final SignInProperties provider;

	private final Clock clock;

	private Instant asked = Instant.MIN;

	private boolean answered;

	ProviderReach(SignInProperties provider, Clock clock) {
		this.provider = provider;
		this.clock = clock;
	}

	synchronized boolean isGiven() {
		var now = this.clock.instant();
		if (!now.isBefore(this.asked) && now.isBefore(this.asked.plus(KNOWN_FOR))) {
			return this.answered;
		}
		this.answered = answers();
		this.asked = this.clock.instant();
		return this.answered;
	}

	/**
	 * Whatever it says to a request that asks for nothing, unless it says that it is
	 * down.
	 */
	private boolean answers() {
		var request = HttpRequest.newBuilder(this.provider.authorization()).timeout(PATIENCE).build();
		try {
			var status = this.client.send(request, BodyHandlers.discarding()).statusCode();
			return status < HttpStatus.INTERNAL_SERVER_ERROR.value();
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
