package io.countersign.connector.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.documents.CloudStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Takes a copy of the file that a sharing link points to, or says why there is none.
 */
@ThroughGraph
@Component
class GraphShares implements CloudStore {

	private final ShareRequests requests;

	GraphShares(GraphProperties properties) {
		this.requests = new ShareRequests(properties);
	}

	@Override
	public Fetched fetch(URI link, List<URI> sites, long largest) {
		try {
			var item = this.requests.item(link);
			var reason = unwanted(item, sites, largest);
			return reason.isPresent() ? new Fetched.LinkOnly(reason.get()) : whole(link, item, sites, largest);
		}
		catch (ShareRequests.NotHad ex) {
			return new Fetched.LinkOnly(String.valueOf(ex.getMessage()));
		}
		catch (IOException | JacksonException ex) {
			throw new ConnectorException.Doubtful(
					"SharePoint gave no answer (%s).".formatted(ex.getClass().getSimpleName()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ConnectorException.Busy("The process ends.", Duration.ofSeconds(2));
		}
	}

	private static Optional<String> unwanted(JsonNode item, List<URI> sites, long largest) {
		if (!liesIn(item.path("webUrl").asString(""), sites)) {
			return Optional.of("It is kept as a link only: copies are not taken from where it lies.");
		}
		if (!item.path("file").isObject()) {
			return Optional.of("It is kept as a link only: it is no single file.");
		}
		return (item.path("size").asLong(Long.MAX_VALUE) > largest)
				? Optional.of("It is kept as a link only: it is larger than %d MB.".formatted(largest >> 20))
				: Optional.empty();
	}

	/**
	 * Our application may read more than the people of a case may: only sites that are
	 * named for that are copied from.
	 */
	private static boolean liesIn(String address, List<URI> sites) {
		try {
			var place = new URI(address).normalize();
			var path = String.valueOf(place.getPath()).toLowerCase(Locale.ROOT);
			return sites.stream()
				.anyMatch((site) -> site.getHost().equalsIgnoreCase(place.getHost()) && path
					.startsWith(site.normalize().getPath().toLowerCase(Locale.ROOT).replaceAll("/+$", "") + "/"));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * It must be the same before and after, or nobody knows which version it is. Its size
	 * says nothing: SharePoint writes into office files as it gives them out.
	 */
	private Fetched whole(URI link, JsonNode item, List<URI> sites, long largest)
			throws IOException, InterruptedException {
		var content = this.requests.content(link, sites, largest);
		var taken = false;
		try {
			if (!version(this.requests.item(link)).equals(version(item))) {
				throw new ConnectorException.Doubtful("It changed while it was fetched.");
			}
			taken = true;
			return new Fetched.Whole(content, item.path("name").asString(""),
					item.path("file").path("mimeType").asString(""), version(item));
		}
		finally {
			if (!taken) {
				content.close();
			}
		}
	}

	private static Version version(JsonNode item) {
		return new Version(item.path("eTag").asString(""), item.path("cTag").asString(""),
				Optional.of(item.path("publication").path("versionId").asString(""))
					.filter((label) -> !label.isEmpty()),
				modified(item.path("lastModifiedDateTime").asString("")));
	}

	private static Optional<Instant> modified(String text) {
		try {
			return Optional.of(Instant.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
