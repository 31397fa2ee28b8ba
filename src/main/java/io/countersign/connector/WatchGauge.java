package io.countersign.connector;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows an operator that mailboxes are not read any more (WH-5). */
@Component
class WatchGauge implements MeterBinder {

	private final WatchRepository watches;

	WatchGauge(WatchRepository watches) {
		this.watches = watches;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("countersign.watch.unread", this::unread)
			.description("Mailboxes that have not been read to their end for 15 minutes")
			.register(meters);
	}

	private double unread() {
		try {
			return this.watches.unread(WatchReading.GAP);
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
