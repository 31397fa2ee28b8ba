package io.countersign.protection;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepAccesses how long it is known who has read what
 */
@Validated
@ConfigurationProperties("countersign.protection")
record ProtectionProperties(@DefaultValue("2y") Period keepAccesses) {

	ProtectionProperties {
		if (keepAccesses.isNegative() || keepAccesses.isZero()) {
			throw new IllegalArgumentException("Who has read what is kept for some time, for instance 2y or 180d");
		}
	}

}
