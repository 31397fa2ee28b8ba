package io.countersign.documents.advisories;

import java.net.URI;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is asked what is known against the libraries that read files.
 *
 * @param source a server that answers as {@code POST /v1/querybatch} of OSV does; without
 * it nobody is asked (DP-6)
 * @param accepted ids that somebody has looked at and found not to matter here
 */
@Validated
@ConfigurationProperties("countersign.advisories")
record AdvisoryProperties(@Nullable URI source, @DefaultValue Set<String> accepted) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	@AssertTrue(message = "source must be an address that begins with https://, "
			+ "for instance https://api.osv.dev/v1/querybatch; http:// serves this machine alone")
	boolean isSourceSafe() {
		return this.source == null || (this.source.getHost() != null && this.source.getUserInfo() == null
				&& ("https".equals(this.source.getScheme())
						|| ("http".equals(this.source.getScheme()) && LOOPBACK.contains(this.source.getHost()))));
	}

}
