package io.countersign.verdicts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.countersign.verdicts.header.IpRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word about a mail is believed. Where nothing is said nothing is believed, and
 * every verdict without its copy in Sent Items waits for a confirmation.
 *
 * @param connector which kind of server the watched mailboxes lie on
 * @param tenantId of Exchange Online, as it stands in X-MS-Exchange-CrossTenant-Id; whose
 * accounts may answer in chats of Teams
 * @param acceptedDomains the organisation's own mail domains
 * @param serviceRanges from where the mail servers of the organisation's own side
 * connect; the default is what Exchange Online uses, and private addresses
 * @param sharedRanges those of the service ranges from which the servers of other
 * organisations connect too, because they lie at the same provider
 * @param authservId the name under which our border server reports (RFC 8601)
 * @param borderHost the border server by the name in its Received fields (RFC 8601)
 */
record Trust(@DefaultValue("EXCHANGE_ONLINE") @NotNull Connector connector, @Nullable String tenantId,
		@DefaultValue List<String> acceptedDomains, @DefaultValue( {
				"40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "104.47.0.0/17", "2a01:111:f400::/48",
				"2a01:111:f403::/48", "2603:1086::/32", "2603:1096::/32", "2603:10a6::/32", "2603:10b6::/32",
				"2603:10c6::/32", "2603:10d6::/32", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7",
				"fe80::/10", "::1/128" }) List<@Valid IpRange> serviceRanges,
		@DefaultValue({ "40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "104.47.0.0/17", "2a01:111:f400::/48",
				"2a01:111:f403::/48" }) List<@Valid IpRange> sharedRanges,
		@Nullable String authservId, @Nullable String borderHost){

	/** What a mail server writes into a header, and what it means. */
	enum Connector {

		EXCHANGE_ONLINE, RFC8601

	}

	static final Trust NOTHING = new Trust(Connector.EXCHANGE_ONLINE, null, List.of(), List.of(), List.of(), null,
			null);

	Trust {
		acceptedDomains = acceptedDomains.stream().map((domain) -> domain.toLowerCase(Locale.ROOT)).toList();
		serviceRanges = List.copyOf(serviceRanges);
		// A policy that was kept before there were any.
		sharedRanges = List.copyOf(Objects.requireNonNullElse(sharedRanges, List.of()));
	}

	Proof proof() {
		return switch (this.connector) {
			case EXCHANGE_ONLINE -> new ExchangeProof(this);
			case RFC8601 -> new BorderProof(this);
		};
	}

	boolean accepts(String domain) {
		return this.acceptedDomains.contains(domain);
	}

	Optional<String> tenant() {
		return Optional.ofNullable(this.tenantId).filter((id) -> !id.isBlank());
	}

}
