package io.countersign.verdicts.signature;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose signatures count.
 *
 * @param authorities PEM files with the certificates of authorities; without any a
 * signature proves nothing
 */
@ConfigurationProperties("countersign.verdicts.signature")
record SignatureProperties(@DefaultValue List<Path> authorities) {

	SignatureProperties {
		authorities = List.copyOf(authorities);
	}

}
