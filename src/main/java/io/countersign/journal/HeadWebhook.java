package io.countersign.journal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Somebody else's server, which gets every head by POST. Its path or query may be what
 * lets us in, so errors name its host alone.
 */
record HeadWebhook(URI address) implements HeadOutlet {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Override
	public String name() {
		return "webhook";
	}

	@Override
	public String toString() {
		return this.address.getHost();
	}

	@Override
	public void take(List<TreeHead> heads) throws IOException, InterruptedException {
		try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			for (var head : heads) {
				var answer = client.send(HttpRequest.newBuilder(this.address)
					.timeout(PATIENCE)
					.header("Content-Type", "text/plain; charset=utf-8")
					.POST(BodyPublishers.ofString(head.note()))
					.build(), BodyHandlers.discarding());
				if (answer.statusCode() / 100 != 2) {
					throw new IOException("%s answered %d".formatted(this.address.getHost(), answer.statusCode()));
				}
			}
		}
	}

}
