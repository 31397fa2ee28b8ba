package io.countersign.scenario;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/** Somebody who has signed in to the pages, in one language. */
final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.ALWAYS)
		.build();

	private final URI product;

	private final String language;

	private Visitor(URI product, String language) {
		this.product = product;
		this.language = language;
	}

	/**
	 * Signs in at the tenant's own page, as soon as the product knows the person's
	 * account.
	 */
	static Visitor of(URI product, Correspondent person, String language) {
		var visitor = new Visitor(product, language);
		await().atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> visitor.signsIn(person));
		return visitor;
	}

	private boolean signsIn(Correspondent person) {
		var asked = send(request(this.product.resolve("/")).GET());
		var answer = "person=" + URLEncoder.encode(person.address(), StandardCharsets.UTF_8);
		send(request(asked.uri()).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(answer)));
		return TOKEN.matcher(page("/mine")).find();
	}

	/** The page as it was answered, whatever the status. */
	String page(String path) {
		return send(request(this.product.resolve(path)).GET()).body();
	}

	/** The status of the answer to a form, sent with the token of the session. */
	int sends(String path, String fields) {
		var token = TOKEN.matcher(page("/mine"));
		if (!token.find()) {
			throw new AssertionError("No form on the page");
		}
		return send(request(this.product.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
					+ (fields.isEmpty() ? "" : "&" + fields))))
			.statusCode();
	}

	private HttpRequest.Builder request(URI uri) {
		return HttpRequest.newBuilder(uri).header("Accept", "text/html").header("Accept-Language", this.language);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
