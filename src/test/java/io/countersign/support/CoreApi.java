package io.countersign.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Starts the modules everything else stands on, with their API and its guards, on a
 * database of their own. All tests that say so share one start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CoreApi.Modules.class, properties = "spring.flyway.enabled=false")
@AutoConfigureMockMvc
public @interface CoreApi {

	@EnableAutoConfiguration
	@ConfigurationPropertiesScan({ "io.countersign.journal", "io.countersign.identity" })
	@ComponentScan({ "io.countersign.journal", "io.countersign.work", "io.countersign.identity",
			"io.countersign.problem" })
	class Modules {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		DataSource dataSource() {
			return TestDatabase.fresh().dataSource();
		}

	}

}
