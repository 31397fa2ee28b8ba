package io.countersign.documents;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Files that are due are claimed, each for a reading process, and read; what fails twice
 * stays without text. No case and no answer waits for a file, so the status does not
 * count them as pending.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "countersign.extraction.enabled", matchIfMissing = true)
class ExtractionFlow {

	/** Beside the reading: the start of a process, and writing down what it found. */
	private static final Duration ASIDE = Duration.ofMinutes(5);

	@Bean
	IntegrationFlow readDocuments(DueRows due, Extraction extraction, ExtractionProperties properties) {
		return due.flow("document", extraction,
				WorkSettings.of(properties.readers(), properties.limits().time().plus(ASIDE), properties.every())
					.givingUpAfter(2, 3));
	}

}
