package io.countersign.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

class SealPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Bound.class);

	@Test
	void AU_03_noEntryWaitsLongerThanFiveMinutesForItsHead() {
		var sealed = this.application.withPropertyValues("countersign.journal.seal.directory=seals");
		sealed.run((context) -> assertThat(context.getBean(SealProperties.class).every())
			.isEqualTo(Duration.ofMinutes(5)));
		sealed.withPropertyValues("countersign.journal.seal.every=6m")
			.run((context) -> assertThat(context).hasFailed());
		assertThat(TreeHeads.FULL).isEqualTo(1_000);
	}

	@Test
	void AU_03_noJournalIsKeptWithoutASeal() {
		this.application.withPropertyValues("countersign.journal.seal.every=1m")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("directory"));
	}

	@Test
	void AU_05_theChainIsReadSoonAfterTheStartAndThenDaily() throws NoSuchMethodException {
		var due = DailyVerification.class.getDeclaredMethod("verify").getAnnotation(Scheduled.class);

		assertThat(due.timeUnit()).isEqualTo(TimeUnit.SECONDS);
		assertThat(due.initialDelay()).isLessThanOrEqualTo(60);
		assertThat(due.fixedDelay()).isEqualTo(TimeUnit.DAYS.toSeconds(1));
	}

	@EnableConfigurationProperties(SealProperties.class)
	static class Bound {

	}

}
