package io.countersign.connector.graph;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Microsoft Graph is reached.
 *
 * @param baseUrl the service root of the cloud the tenant is in
 * @param tenantId the Entra tenant; not needed with {@code tokenUri}
 * @param clientId the app registration that may read the watched mailboxes
 * @param clientCertificate a PEM file with certificate and private key; preferred to a
 * secret. With neither, the identity the platform gives the workload is used
 * @param tokenUri an OAuth 2 token endpoint in place of Entra ID
 * @param notificationUrl the address at which Graph reaches this product from outside;
 * without it mailboxes are polled
 * @param pageSize mails asked for in one page
 * @param readTimeout how long Graph may be silent
 * @param turnLease how long one call in our own mailbox may take; longer than
 * {@code readTimeout}
 * @param directoryEvery how often the organisation's directory is asked for changes
 * @param notificationsPerMinute how many requests one source may make at the addresses
 * that are open to everybody
 * @param foreignMailbox one that nobody wants watched; at the start Graph has to refuse
 * it
 * @param subscriptionLife how long a subscription is asked for; Graph allows 7 days
 */
@ThroughGraph
@Validated
@ConfigurationProperties("countersign.graph")
record GraphProperties(@DefaultValue("https://graph.microsoft.com/v1.0") URI baseUrl, @Nullable String tenantId,
		@NotBlank String clientId, @Nullable Secret clientSecret, @Nullable Path clientCertificate,
		@Nullable URI tokenUri, @Nullable URI notificationUrl, @DefaultValue("50") @Min(1) @Max(500) int pageSize,
		@DefaultValue("3d") @DurationMin(minutes = 15) @DurationMax(days = 7) Duration subscriptionLife,
		@DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration readTimeout,
		@DefaultValue("45s") @DurationMin(seconds = 2) @DurationMax(minutes = 10) Duration turnLease,
		@DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration directoryEvery,
		@DefaultValue("12000") @Min(1) int notificationsPerMinute, @Nullable EmailAddress foreignMailbox) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	@AssertTrue(message = "tenant-id is the Entra tenant's id, or token-uri beside it names another token endpoint")
	boolean isTenantIdOrTokenUriSet() {
		return this.tenantId != null || this.tokenUri != null;
	}

	@AssertTrue(
			message = "token-uri starts with https://, for a token is only as secret as its way; http:// serves this machine alone")
	boolean isTokenUriSafe() {
		return this.tokenUri == null || "https".equals(this.tokenUri.getScheme())
				|| LOOPBACK.contains(String.valueOf(this.tokenUri.getHost()));
	}

	@AssertTrue(message = "turn-lease must be longer than countersign.graph.read-timeout")
	boolean isTurnLongEnough() {
		return this.turnLease.compareTo(this.readTimeout) > 0;
	}

	/** Every cloud has a host of its own, and its tokens are issued for that host. */
	String scope() {
		var host = "https".equals(this.baseUrl.getScheme()) ? this.baseUrl.getHost() : "graph.microsoft.com";
		return "https://%s/.default".formatted(host);
	}

}
