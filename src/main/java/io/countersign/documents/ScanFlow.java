package io.countersign.documents;

import java.time.Clock;
import java.time.Duration;

import io.countersign.documents.scan.Clamd;
import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are due are claimed, each for a connection to the virus scanner, and scanned
 * until there is a verdict. There is no flow where no scanner is set.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.scan.address")
class ScanFlow {

	/** Beside the scan: to write down what it found. */
	private static final Duration ASIDE = Duration.ofMinutes(1);

	@Bean
	Scanning scanning(ScanRepository scans, Documents documents, DueRows due, ScanProperties properties,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
		var address = properties.scanner().orElseThrow();
		return new Scanning(scans, documents, new Clamd(address, properties.timeout()),
				properties.maxStream().toBytes(), due, events, new TransactionTemplate(transactions), clock);
	}

	@Bean
	IntegrationFlow scanFiles(DueRows due, Scanning scanning, ScanProperties properties) {
		return due.flow("scan", scanning,
				WorkSettings.of(properties.scanners(), properties.timeout().plus(ASIDE), properties.every()).forever());
	}

	@Bean
	ScanBacklog scanBacklog(ScanRepository scans, ScanProperties properties) {
		return new ScanBacklog(scans, properties.maxStream().toBytes());
	}

}
