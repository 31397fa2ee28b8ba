package io.countersign.verdicts;

import io.countersign.cases.AnswerPolicy;
import io.countersign.cases.Grounds;
import io.countersign.cases.VerdictArchive;
import io.countersign.intake.Messages;
import io.countersign.verdicts.signature.Signatures;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerdictProperties.class)
class VerdictConfiguration {

	@Bean
	Refusals refusals(MeterRegistry meters) {
		return new Refusals(meters);
	}

	@Bean
	Judgements judgements(VerdictProperties policy, JudgementRepository repository, Signatures signatures,
			Refusals refusals, ObjectProvider<BuildProperties> build, ApplicationEventPublisher events) {
		return new Judgements(policy, repository, signatures::of, refusals, software(build), events);
	}

	@Bean
	Grounds grounds(VerdictProperties policy, JudgementRepository repository, ObjectProvider<BuildProperties> build) {
		return new KeptGrounds(policy, software(build), repository);
	}

	@Bean
	Authorship authorship(VerdictProperties policy, Refusals refusals, ApplicationEventPublisher events) {
		return new Authorship(policy, refusals, events);
	}

	@Bean
	AnswerPolicy answerPolicy(VerdictProperties policy, ObjectProvider<Stakes> stakes) {
		return new ToldAnswers(policy, stakes.getIfAvailable(Stakes::unread));
	}

	@Bean
	Rejudging rejudging(JudgementRepository repository, VerdictArchive verdicts, Messages messages) {
		return new Rejudging(repository, verdicts::after, messages::find);
	}

	private static String software(ObjectProvider<BuildProperties> build) {
		return build.stream().map(BuildProperties::getVersion).findFirst().orElse("unpackaged");
	}

}
