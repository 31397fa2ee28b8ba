package io.countersign.documents;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.countersign.work.DueRows;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What mails point to, and what has been fetched of it. */
@Component
@EnableConfigurationProperties(CloudLinkProperties.class)
class CloudLinks {

	private static final String ELSEWHERE = "It is kept as a link only: it does not lie in our own tenant.";

	private final CloudLinkRepository links;

	private final CloudLinkProperties properties;

	private final DueRows due;

	CloudLinks(CloudLinkRepository links, CloudLinkProperties properties, DueRows due) {
		this.links = links;
		this.properties = properties;
		this.due = due;
	}

	/** Those in our own tenant are to be fetched, in the transaction of the caller. */
	void want(String origin, List<CloudLink> found) {
		var ours = found.stream().map(CloudLink::address).filter(this.properties::isOurs).toList();
		if (!ours.isEmpty()) {
			this.links.add(origin, ours);
			this.due.wake("cloud_link");
		}
	}

	/** The same links with what is known of each. */
	List<CloudLink> of(String origin, List<CloudLink> found) {
		if (found.isEmpty() || this.properties.sites().isEmpty()) {
			return found;
		}
		var known = this.links.of(origin);
		return found.stream()
			.map((link) -> Optional.ofNullable(known.get(link.address()))
				.map((row) -> new CloudLink(link.address(), link.name(), row.reason(), row.copy()))
				.orElseGet(() -> unfetched(link)))
			.toList();
	}

	private CloudLink unfetched(CloudLink link) {
		return this.properties.isOurs(link.address()) ? link
				: new CloudLink(link.address(), link.name(), ELSEWHERE, Optional.empty());
	}

	/** What is known of one link. */
	record Known(URI address, String reason, Optional<CloudCopy> copy) {
	}

}
