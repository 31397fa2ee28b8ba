package io.countersign.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the alerts reach somebody. None goes to an address the directory does not vouch
 * for (RL-9), so a slip in one would only be noticed by what nobody hears.
 */
@Component
class AlertReach {

	private static final Logger log = LoggerFactory.getLogger(AlertReach.class);

	private static final String SETTING = "countersign.writeback.secretariat";

	private final WritebackProperties properties;

	private final Owed owed;

	private final AtomicReference<@Nullable List<String>> deaf = new AtomicReference<>();

	AlertReach(WritebackProperties properties, Owed owed, MeterRegistry meters) {
		this.properties = properties;
		this.owed = owed;
		Gauge.builder("countersign.writeback.alerts.unheard", this::unheard)
			.description(
					"Addresses of the secretariat no alert goes to; 1 where none is named, NaN until it was looked")
			.register(meters);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (this.properties.secretariat().isEmpty()) {
			log.warn("Nobody is told of forged or infected mail, nor of an answer whose message was changed: " + SETTING
					+ " names no address");
		}
		else {
			look();
		}
	}

	/**
	 * The directory is read after the start, and people leave it. Each change is said
	 * once.
	 */
	@Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
	void look() {
		var now = unreached();
		var before = this.deaf.getAndSet(now);
		if (!now.isEmpty() && !now.equals(before)) {
			log.atWarn()
				.addKeyValue("settings", now)
				.log("No alert goes to an address that is not in the directory, or is our own mailbox");
		}
		if (now.isEmpty() && before != null && !before.isEmpty()) {
			log.info("Alerts go to every address of " + SETTING);
		}
	}

	/** The settings whose address nobody vouches for; addresses stand in no log. */
	List<String> unreached() {
		var named = this.properties.secretariat();
		var known = this.owed.known(Set.copyOf(named));
		var unreached = new ArrayList<String>();
		for (var index = 0; index < named.size(); index++) {
			if (!known.contains(named.get(index))) {
				unreached.add("%s[%d]".formatted(SETTING, index));
			}
		}
		return List.copyOf(unreached);
	}

	private double unheard() {
		var unreached = this.deaf.get();
		if (this.properties.secretariat().isEmpty()) {
			return 1;
		}
		return (unreached != null) ? unreached.size() : Double.NaN;
	}

}
