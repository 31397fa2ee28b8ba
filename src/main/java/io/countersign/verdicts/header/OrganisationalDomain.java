package io.countersign.verdicts.header;

import java.util.Locale;
import java.util.Optional;

import com.google.common.net.InternetDomainName;

/**
 * The domain under which an organisation is registered, by the public suffix list: that
 * of {@code mail.ministry.gov.uk} is {@code ministry.gov.uk}.
 */
public final class OrganisationalDomain {

	private OrganisationalDomain() {
	}

	/** Whether both belong to one organisation; what is no domain belongs to none. */
	public static boolean sharedBy(String one, String other) {
		var domain = of(one);
		return domain.isPresent() && domain.equals(of(other));
	}

	public static Optional<String> of(String domain) {
		var lower = domain.toLowerCase(Locale.ROOT);
		if (!InternetDomainName.isValid(lower)) {
			return Optional.empty();
		}
		var name = InternetDomainName.from(lower);
		if (name.isUnderPublicSuffix()) {
			return Optional.of(name.topPrivateDomain().toString());
		}
		return Optional.of((name.isPublicSuffix() || name.parts().size() < 2) ? name.toString() : lastTwo(name));
	}

	/** The list's own rule for a suffix it does not name. */
	private static String lastTwo(InternetDomainName name) {
		var parts = name.parts();
		return String.join(".", parts.subList(parts.size() - 2, parts.size()));
	}

}
