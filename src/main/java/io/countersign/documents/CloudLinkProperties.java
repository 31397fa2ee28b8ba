package io.countersign.documents;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.AssertTrue;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files that mails point to are copied.
 *
 * @param sites of our own tenant's SharePoint or OneDrive, whose files whoever has a part
 * in a case may see; without them nothing is fetched
 * @param maxSize what is larger is kept as a link only
 * @param every how often to look for links when nothing wakes us
 */
@Validated
@ConfigurationProperties("countersign.cloud-links")
record CloudLinkProperties(@DefaultValue List<URI> sites, @DefaultValue("50MB") DataSize maxSize,
		@DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration every) {

	/** Only a host of one of the sites, and only its usual port. */
	boolean isOurs(URI address) {
		var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
		return address.getPort() == -1 && address.getUserInfo() == null
				&& this.sites.stream().anyMatch((site) -> host.equals(site.getHost().toLowerCase(Locale.ROOT)));
	}

	/** A whole host is no site: that would be every file our application may read. */
	@AssertTrue(message = "sites must be addresses of single sites of your own tenant, "
			+ "for instance [https://min.sharepoint.com/sites/sager]")
	boolean isEverySiteSingle() {
		return this.sites.stream().allMatch(CloudLinkProperties::isSingle);
	}

	@AssertTrue(message = "max-size must be a size of 1KB to 1GB")
	boolean isMaxSizeBearable() {
		return this.maxSize.toKilobytes() >= 1 && this.maxSize.compareTo(DataSize.ofGigabytes(1)) <= 0;
	}

	private static boolean isSingle(URI site) {
		return "https".equals(site.getScheme()) && site.getHost() != null && site.getPort() == -1
				&& site.getUserInfo() == null && site.getQuery() == null && site.getFragment() == null
				&& site.normalize().getPath().replace("/", "").length() > 0;
	}

}
