package io.countersign;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly what is missing in the configuration, instead of a stack trace. */
class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationIncomplete> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, ConfigurationIncomplete cause) {
		var faults = cause.faults()
			.stream()
			.map(ConfigurationFault::toString)
			.collect(Collectors.joining("\n  - ", "Countersign's configuration cannot be used:\n\n  - ", ""));
		return new FailureAnalysis(faults, """
				Set these keys in config/application.yaml in the working directory, or in the environment \
				(countersign.sign-in.issuer is COUNTERSIGN_SIGN_IN_ISSUER). The example with that name explains each.\
				""", failure);
	}

}
