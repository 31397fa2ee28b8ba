package io.countersign.identity;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The second host name, which gives out files and nothing else, and which no browser
 * sends a cookie to.
 */
@Component
@EnableConfigurationProperties(DownloadProperties.class)
public class DownloadHost {

	private final @Nullable URI base;

	DownloadHost(DownloadProperties properties, @Value("${countersign.writeback.base-url:}") String pages) {
		this.base = properties.baseUri();
		if (this.base != null && isSame(this.base, pages)) {
			throw new IllegalStateException("countersign.downloads.base-uri = \"%s\": ".formatted(this.base)
					+ "it must have another host than countersign.writeback.base-url, because cookies go to every port");
		}
	}

	/** Where the links lead; nothing where files come from the pages' own host. */
	Optional<URI> base() {
		return Optional.ofNullable(this.base);
	}

	/** Whether a request has come to this host. */
	public boolean isAskedBy(HttpServletRequest request) {
		return this.base != null && this.base.getHost().equalsIgnoreCase(request.getServerName());
	}

	private static boolean isSame(URI base, String pages) {
		return !pages.isEmpty() && base.getHost().equalsIgnoreCase(URI.create(pages).getHost());
	}

}
