package io.countersign.documents.advisories;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when something becomes known against what reads the files of strangers
 * (AT-10).
 */
@Component
class AdvisoryWatch {

	private static final Logger log = LoggerFactory.getLogger(AdvisoryWatch.class);

	/** An answer that is older says nothing of today. */
	private static final Duration HOLDS = Duration.ofDays(3);

	private final AdvisoryProperties settings;

	private final Clock clock;

	private volatile Answer last = new Answer(List.of(), Instant.MIN);

	AdvisoryWatch(AdvisoryProperties settings, Clock clock, MeterRegistry meters) {
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("countersign.extraction.advisories", this::open)
			.description("Advisories against the libraries that read files, NaN while nobody has said so lately")
			.register(meters);
	}

	private record Answer(List<Advisory> known, Instant at) {
	}

	@Scheduled(initialDelay = 5, fixedDelay = 6 * 60, timeUnit = TimeUnit.MINUTES)
	void look() throws InterruptedException {
		var source = this.settings.source();
		if (source == null) {
			return;
		}
		try {
			var known = new AdvisorySource(source).known(Library.onClassPath())
				.stream()
				.filter((one) -> !this.settings.accepted().contains(one.id()))
				.toList();
			known.stream().filter((one) -> !this.last.known().contains(one)).forEach(AdvisoryWatch::tell);
			this.last = new Answer(known, this.clock.instant());
		}
		catch (IOException ex) {
			log.warn("Nobody says whether anything is known against what reads files: {}", ex.toString());
		}
	}

	private static void tell(Advisory advisory) {
		log.atWarn()
			.addKeyValue("advisory", advisory.id())
			.addKeyValue("library", advisory.library())
			.log("Something is known against a library that reads the files of strangers");
	}

	private double open() {
		var answer = this.last;
		return answer.at().plus(HOLDS).isAfter(this.clock.instant()) ? answer.known().size() : Double.NaN;
	}

}
