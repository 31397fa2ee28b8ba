package io.countersign.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are fetched from by people.
 *
 * @param baseUri a second host name of this installation, to which no cookie is sent;
 * without it files come from the pages' own host
 * @param key what links to files are signed with, the same for all replicas
 * @param linksStand how long a link to a file can be followed
 */
@Validated
@ConfigurationProperties("countersign.downloads")
record DownloadProperties(@Nullable URI baseUri, @Nullable Secret key, @DefaultValue("1m") Duration linksStand) {

	static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int SHORTEST_KEY = 32;

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	@AssertTrue(message = "base-uri must be https, a host and perhaps a port, "
			+ "for instance https://files.countersign.example.org")
	boolean isBaseUriUsable() {
		var uri = this.baseUri;
		return uri == null || (uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
				&& uri.getFragment() == null && Set.of("", "/").contains(uri.getPath())
				&& ("https".equals(uri.getScheme())
						|| ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()))));
	}

	@AssertTrue(message = "key must be a secret of at least 32 characters, the same for all replicas, "
			+ "when base-uri is set")
	boolean isKeySet() {
		return this.baseUri == null || (this.key != null && this.key.value().length() >= SHORTEST_KEY);
	}

	@AssertTrue(message = "links-stand must be a time span of 5s to 5m")
	boolean isLinkShortLived() {
		return this.linksStand.compareTo(Duration.ofSeconds(5)) >= 0 && this.linksStand.compareTo(LONGEST) <= 0;
	}

}
