package io.countersign;

import java.time.Clock;
import java.util.List;

import io.countersign.journal.OfflineVerifier;
import io.countersign.verdicts.OfflineRejudging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Countersign: every module on one machine, as many machines as wanted. Two
 * modules may use one word each in its own sense, so beans are named with their package.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class CountersignApplication {

	/**
	 * Starts the product, or does without it what {@code verify} asks for, or judges
	 * every verdict once more for {@code rejudge}.
	 */
	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(OfflineVerifier.COMMAND)) {
			System.exit(OfflineVerifier.run(List.of(args).subList(1, args.length), System.out));
		}
		if (List.of(args).contains("rejudge")) {
			System.exit(OfflineRejudging.run(args, System.out));
		}
		SpringApplication.run(CountersignApplication.class, args);
	}

	@Bean
	Clock clock(JdbcClient database) {
		return new DatabaseClock(database);
	}

}
