package io.countersign.verdicts;

import java.io.PrintStream;

import io.countersign.cases.VerdictArchive;
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
			report.unfounded().forEach((one) -> out.printf("%s: %s%n", one.verdict(), one.sentence()));
			out.printf("%d verdicts come out as recorded, %d come out differently, the mails of %d are forgotten%n",
					report.same(), report.different().size(), report.gone());
			out.printf("%d verdicts count or are held, and what is kept does not bear out %d of them%n",
					report.verdicts(), report.unfounded().size());
			return (report.different().isEmpty() && report.unfounded().isEmpty()) ? 0 : 1;
		}
	}

	/** Only what reads; no component, so that the product does not find it. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class })
	@ConfigurationPropertiesScan("io.countersign.intake")
	@ComponentScan(
			basePackages = { "io.countersign.intake", "io.countersign.verdicts", "io.countersign.cases",
					"io.countersign.journal" },
			useDefaultFilters = false, includeFilters = @Filter(type = FilterType.REGEX,
					pattern = ".*\\.(MessageArchive|MessageRepository|ThreadRepository|KeyedHash|JudgementRepository|VerdictArchive|JournalArchive)"))
	static class Reading {

		@Bean
		Rejudging rejudging(JudgementRepository repository, VerdictArchive verdicts, MessageArchive archive) {
			return new Rejudging(repository, verdicts::after, archive::find);
		}

	}

}
