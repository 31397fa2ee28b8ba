package io.countersign.verdicts;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Refused replies by category and sender domain. Strangers choose their domains, so only
 * so many are counted by name.
 */
class Refusals {

	private static final int MOST_DOMAINS = 200;

	private final MeterRegistry meters;

	private final Set<String> domains = ConcurrentHashMap.newKeySet();

	Refusals(MeterRegistry meters) {
		this.meters = meters;
	}

	void count(String category, String domain) {
		var named = this.domains.contains(domain) || this.domains.size() < MOST_DOMAINS && this.domains.add(domain);
		this.meters.counter("countersign.verdicts.refused", "category", category, "domain", named ? domain : "other")
			.increment();
	}

}
