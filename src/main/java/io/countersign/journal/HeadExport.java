package io.countersign.journal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries tree heads out of the database's reach. A place that cannot take them gets them
 * later, in order.
 */
@Component
class HeadExport {

	private static final Logger log = LoggerFactory.getLogger(HeadExport.class);

	private static final int BATCH = 100;

	private final TreeHeadRepository heads;

	private final List<HeadOutlet> outlets;

	private final AtomicInteger away = new AtomicInteger();

	@Autowired
	HeadExport(TreeHeadRepository heads, SealProperties settings, MeterRegistry meters) {
		this(heads,
				Stream
					.<HeadOutlet>concat(Stream.of(HeadFile.in(settings.directory())),
							Stream.ofNullable(settings.webhook()).map(HeadWebhook::new))
					.toList(),
				meters);
	}

	HeadExport(TreeHeadRepository heads, List<HeadOutlet> outlets, MeterRegistry meters) {
		this.heads = heads;
		this.outlets = outlets;
		Gauge.builder("countersign.journal.heads.refused", this.away, AtomicInteger::get)
			.description("Outside places that did not take the journal's tree heads when they were last offered")
			.register(meters);
	}

	@Scheduled(fixedDelay = 5_000, initialDelay = 7_000)
	void carry() throws InterruptedException {
		var failed = 0;
		for (var outlet : this.outlets) {
			try {
				carry(outlet);
			}
			catch (IOException ex) {
				failed++;
				log.warn("The tree heads wait for {}: {}", outlet.name(), ex.toString());
			}
		}
		this.away.set(failed);
	}

	private void carry(HeadOutlet outlet) throws IOException, InterruptedException {
		var known = outlet.known();
		var waiting = this.heads.behind(known.isPresent() ? known.getAsLong() : this.heads.knownTo(outlet.name()),
				BATCH);
		if (!waiting.isEmpty()) {
			outlet.take(waiting);
			this.heads.learned(outlet.name(), waiting.getLast().size());
		}
	}

}
