package io.countersign.verdicts.signature;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose signatures count.
 *
 * @param authorities PEM files with the certificates of authorities; without any a
 * signature proves nothing
 * @param revocationLists a directory with the lists of revoked certificates (CRL, in DER
 * or PEM form) of these authorities and of those below them; none is ever fetched
 */
@ConfigurationProperties("countersign.verdicts.signature")
record SignatureProperties(@DefaultValue List<Path> authorities, @Nullable Path revocationLists) {

	SignatureProperties {
		authorities = List.copyOf(authorities);
	}

}
