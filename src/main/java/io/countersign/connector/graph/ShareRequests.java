package io.countersign.connector.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.countersign.connector.ConnectorException;
import io.countersign.documents.Spool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Graph for what a sharing link points to. The link itself is never opened: bytes
 * come from our own tenant's hosts or from Graph's, by one redirect and without our
 * token.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/shares-get">shares</a>
 */
final class ShareRequests {

	private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

	private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

	private static final int LONGEST_ITEM = 1 << 20;

	private static final String LEADS_ASTRAY = "It is kept as a link only: "
			+ "SharePoint leads to a host that is not our tenant's.";

	private final JsonMapper json = new JsonMapper();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(CONNECT_WITHIN)
		.build();

	private final GraphProperties properties;

	private final TokenCredential credential;

	ShareRequests(GraphProperties properties) {
		this.properties = properties;
		this.credential = GraphCredentials.of(properties);
	}

	JsonNode item(URI link) throws IOException, InterruptedException {
		var answer = get(shared(link, ""), true);
		try (var body = answer.body()) {
			check(answer);
			return this.json.readTree(body.readNBytes(LONGEST_ITEM));
		}
	}

	Spool content(URI link, List<URI> sites, long largest) throws IOException, InterruptedException {
		var answer = get(shared(link, "/content"), true);
		try (var body = answer.body()) {
			if (answer.statusCode() != 302) {
				check(answer);
				return bounded(body, largest);
			}
		}
		var place = place(answer, sites).orElseThrow(() -> new NotHad(LEADS_ASTRAY));
		var bytes = get(place, false);
		try (var body = bytes.body()) {
			if (bytes.statusCode() / 100 == 3) {
				throw new NotHad(LEADS_ASTRAY);
			}
			if (bytes.statusCode() != 200) {
				throw new ConnectorException.Doubtful(
						"SharePoint's short-lived address answered %d.".formatted(bytes.statusCode()));
			}
			return bounded(body, largest);
		}
	}

	private static Spool bounded(InputStream body, long largest) throws IOException {
		var spool = spooled(body, largest);
		if (spool.size() > largest) {
			spool.close();
			throw new NotHad("It is kept as a link only: it is larger than %d MB.".formatted(largest >> 20));
		}
		return spool;
	}

	/** A body that only trickles is closed when its time is over. */
	private static Spool spooled(InputStream body, long largest) throws IOException {
		var watch = Thread.ofVirtual().start(() -> {
			try {
				Thread.sleep(ANSWER_WITHIN);
				body.close();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		try {
			return Spool.of(new Bounded(body, largest));
		}
		finally {
			watch.interrupt();
		}
	}

	private Optional<URI> place(HttpResponse<?> answer, List<URI> sites) {
		try {
			return answer.headers().firstValue("Location").map(URI::create).filter((place) -> isTrusted(place, sites));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private boolean isTrusted(URI place, List<URI> sites) {
		var host = String.valueOf(place.getHost()).toLowerCase(Locale.ROOT);
		var ours = "https".equals(place.getScheme()) && place.getPort() == -1
				&& sites.stream().anyMatch((site) -> host.equals(site.getHost().toLowerCase(Locale.ROOT)));
		var base = this.properties.baseUrl();
		var graphs = base.getScheme().equals(place.getScheme()) && base.getPort() == place.getPort()
				&& base.getHost().equalsIgnoreCase(host);
		return place.getUserInfo() == null && (ours || graphs);
	}

	private void check(HttpResponse<?> answer) {
		var status = answer.statusCode();
		if (status == 200) {
			return;
		}
		if (status == 429 || status == 503 || status == 401) {
			throw new ConnectorException.Busy("SharePoint asks to wait (%d).".formatted(status), pause(answer));
		}
		if (status == 403) {
			throw new NotHad("It is kept as a link only: SharePoint gives us no access to it.");
		}
		if (status == 404 || status == 410) {
			throw new NotHad("It is kept as a link only: it is not there any more, or its link has ended.");
		}
		if (status >= 400 && status < 500 && status != 408) {
			throw new NotHad("It is kept as a link only: SharePoint does not give it out (%d).".formatted(status));
		}
		throw new ConnectorException.Doubtful("SharePoint answered %d.".formatted(status));
	}

	private static Duration pause(HttpResponse<?> answer) {
		return answer.headers()
			.firstValue("Retry-After")
			.filter((text) -> text.length() < 6 && text.chars().allMatch(Character::isDigit) && !text.isEmpty())
			.map((text) -> Duration.ofSeconds(Long.parseLong(text)))
			.orElse(Duration.ofMinutes(1));
	}

	private HttpResponse<InputStream> get(URI place, boolean authorized) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(place).timeout(ANSWER_WITHIN);
		if (authorized) {
			var token = this.credential.getTokenSync(new TokenRequestContext().addScopes(this.properties.scope()));
			request.header("Authorization", "Bearer " + token.getToken());
		}
		return this.http.send(request.build(), BodyHandlers.ofInputStream());
	}

	private URI shared(URI link, String what) {
		var encoded = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(link.toASCIIString().getBytes(StandardCharsets.UTF_8));
		return URI.create("%s/shares/u!%s/driveItem%s".formatted(this.properties.baseUrl(), encoded, what));
	}

	/** It will never be had. */
	static final class NotHad extends RuntimeException {

		private NotHad(String reason) {
			super(reason);
		}

	}

	/** No more than one byte beyond the limit is taken from the wire. */
	private static final class Bounded extends InputStream {

		private final InputStream in;

		private long left;

		private Bounded(InputStream in, long largest) {
			this.in = in;
			this.left = largest + 1;
		}

		@Override
		public int read() throws IOException {
			return (this.left-- > 0) ? this.in.read() : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.left <= 0) {
				return -1;
			}
			var count = this.in.read(target, offset, (int) Math.min(length, this.left));
			this.left -= Math.max(count, 0);
			return count;
		}

	}

}
