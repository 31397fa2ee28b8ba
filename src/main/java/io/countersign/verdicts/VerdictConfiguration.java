package io.countersign.verdicts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerdictProperties.class)
class VerdictConfiguration {

	@Bean
	Verdicts verdicts(VerdictProperties properties) {
		return new Verdicts(properties);
	}

}
