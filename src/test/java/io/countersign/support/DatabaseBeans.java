package io.countersign.support;

import java.time.Clock;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What a few modules need that run by themselves on a {@link DataSource}. */
@EnableIntegration
@EnableTransactionManagement
public class DatabaseBeans {

	@Bean
	JdbcTemplate jdbcTemplate(DataSource source) {
		return new JdbcTemplate(source);
	}

	@Bean
	JdbcClient jdbcClient(JdbcTemplate template) {
		return JdbcClient.create(template);
	}

	@Bean
	PlatformTransactionManager transactions(DataSource source) {
		return new JdbcTransactionManager(source);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

}
