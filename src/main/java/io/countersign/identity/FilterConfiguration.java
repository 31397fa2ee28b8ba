package io.countersign.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What holds for the security filters of all ports. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

	/** To measure each filter of a call costs more than the call. */
	@Bean
	SecurityObservationSettings filtersAreNotMeasured() {
		return SecurityObservationSettings.noObservations();
	}

}
