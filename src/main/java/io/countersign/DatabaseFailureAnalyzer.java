package io.countersign;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says plainly that a start has failed at the database's door. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	/**
	 * Of SQLSTATE: no connection, no such login, no such database (PostgreSQL, Appendix
	 * A).
	 */
	private static final List<String> AT_THE_DOOR = List.of("08", "28", "3D");

	private final Environment environment;

	DatabaseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		var state = String.valueOf(cause.getSQLState());
		if (AT_THE_DOOR.stream().noneMatch(state::startsWith)) {
			return null;
		}
		return new FailureAnalysis(
				"Countersign does not get into its database: spring.datasource.url = %s, and the answer is: %s"
					.formatted(address(), cause.getMessage()),
				"""
						Look whether PostgreSQL runs there and lets in whom spring.datasource.username and spring.flyway.user name, \
						with their passwords.""",
				failure);
	}

	/** What follows a question mark may be a password. */
	private String address() {
		return this.environment.getProperty("spring.datasource.url", "(not set)").split("\\?", 2)[0];
	}

}
