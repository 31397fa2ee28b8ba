package io.countersign;

import java.time.Clock;
import java.util.List;

import io.countersign.verdicts.OfflineRejudging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Countersign: every module on one machine, as many machines as wanted. Two
 * modules may use one word each in its own sense, so beans are named with their package.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class CountersignApplication {

	/** {@code rejudge}: judges every verdict once more and does nothing else. */
	public static void main(String[] args) {
		if (List.of(args).contains("rejudge")) {
			System.exit(OfflineRejudging.run(args, System.out));
		}
		SpringApplication.run(CountersignApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
