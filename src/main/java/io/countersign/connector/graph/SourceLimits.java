package io.countersign.connector.graph;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests each source makes in a minute (WH-5). Its memory is bounded: when
 * there are more sources than it counts, the others count as one.
 */
final class SourceLimits {

	static final int MOST_SOURCES = 10_000;

	private static final Duration WINDOW = Duration.ofMinutes(1);

	/** Of an address of version 6 this much belongs to one subscriber. */
	private static final int NETWORK_BYTES = 8;

	private final Map<String, Integer> requests = new HashMap<>();

	private final int most;

	private final Clock clock;

	private Instant until;

	SourceLimits(int most, Clock clock) {
		this.most = most;
		this.clock = clock;
		this.until = clock.instant().plus(WINDOW);
	}

	/** Counts a request. Answers how long its source has to wait; nothing when it may. */
	synchronized Optional<Duration> over(String address) {
		var now = this.clock.instant();
		if (!now.isBefore(this.until)) {
			this.requests.clear();
			this.until = now.plus(WINDOW);
		}
		var source = source(address);
		var counted = this.requests.containsKey(source) || this.requests.size() < MOST_SOURCES;
		var made = this.requests.merge(counted ? source : "", 1, Integer::sum);
		return (made > this.most) ? Optional.of(Duration.between(now, this.until)) : Optional.empty();
	}

	private static String source(String address) {
		try {
			var bytes = InetAddress.ofLiteral(address).getAddress();
			return (bytes.length > 4) ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) : address;
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
