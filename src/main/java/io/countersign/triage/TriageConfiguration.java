package io.countersign.triage;

import io.countersign.reading.AbsenceReader;
import io.countersign.reading.Reader;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageProperties.class)
class TriageConfiguration {

	/**
	 * Readers are plain Java; this is where the product makes its one instance of each.
	 */
	@Bean
	Reader reader() {
		return new Reader();
	}

	@Bean
	AbsenceReader absenceReader() {
		return new AbsenceReader();
	}

}
