package io.countersign.journal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

	@Autowired
	HeadExport(TreeHeadRepository heads, SealProperties settings) {
		this(heads,
				Stream
					.<HeadOutlet>of(
							(settings.directory() != null)
									? new HeadFile(settings.directory().resolve("tree-heads.txt")) : null,
							(settings.webhook() != null) ? new HeadWebhook(settings.webhook()) : null)
					.filter(Objects::nonNull)
					.toList());
	}

	HeadExport(TreeHeadRepository heads, List<HeadOutlet> outlets) {
		this.heads = heads;
		this.outlets = outlets;
	}

	@Scheduled(fixedDelay = 5_000, initialDelay = 7_000)
	void carry() throws InterruptedException {
		for (var outlet : this.outlets) {
			try {
				carry(outlet);
			}
			catch (IOException ex) {
				log.warn("The tree heads wait for {}: {}", outlet.name(), ex.toString());
			}
		}
	}

	private void carry(HeadOutlet outlet) throws IOException, InterruptedException {
		var waiting = this.heads.behind(this.heads.knownTo(outlet.name()), BATCH);
		if (!waiting.isEmpty()) {
			outlet.take(waiting);
			this.heads.learned(outlet.name(), waiting.getLast().size());
		}
	}

}
