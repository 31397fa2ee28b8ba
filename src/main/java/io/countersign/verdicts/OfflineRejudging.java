package io.countersign.verdicts;

import java.io.PrintStream;

import io.countersign.intake.MessageArchive;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Judges every verdict of the database once more from what was kept, beside or without
 * the running product: {@code java -jar countersign.jar rejudge} (VA-20). It writes
 * nothing.
 */
public final class OfflineRejudging {

	private OfflineRejudging() {
	}

	/**
	 * @return 0 when every verdict comes out the same
	 */
	public static int run(String[] arguments, PrintStream out) {
		var application = new SpringApplicationBuilder(Reading.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false);
		try (var context = application.run(arguments)) {
			var report = context.getBean(Rejudging.class).all();
			report.different()
				.forEach((one) -> out.printf("%s: recorded as %s, now %s, judged first by version %s%n", one.message(),
						one.recorded(), one.now(), one.software()));
			out.printf("%d verdicts come out as recorded, %d come out differently, the mails of %d are forgotten%n",
					report.same(), report.different().size(), report.gone());
			return report.different().isEmpty() ? 0 : 1;
		}
	}

	/** Only what reads; no component, so that the product does not find it. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class })
	@ConfigurationPropertiesScan("io.countersign.intake")
	@ComponentScan(basePackages = { "io.countersign.intake", "io.countersign.verdicts" }, useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.REGEX,
					pattern = ".*\\.(MessageArchive|MessageRepository|KeyedHash|JudgementRepository)"))
	static class Reading {

		@Bean
		Rejudging rejudging(JudgementRepository repository, MessageArchive archive) {
			return new Rejudging(repository, archive::find);
		}

	}

}
