package io.countersign.verdicts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.countersign.verdicts.header.IpRange;

/** The policies that trials are held under. */
final class Policy {

	static final String TENANT = "6f3c2a10-0000-4000-8000-000000000001";

	static final Trust EXCHANGE = new Trust(Trust.Connector.EXCHANGE_ONLINE, TENANT, List.of("min.example"),
			Stream.of("10.0.0.0/8", "40.107.0.0/16", "2603:10a6::/32", "fe80::/10").map(IpRange::of).toList(),
			List.of(IpRange.of("40.107.0.0/16")), null, null);

	static final Trust BORDER = new Trust(Trust.Connector.RFC8601, null, List.of("min.example"), List.of(), List.of(),
			"mx.min.example", "mx.min.example");

	private Policy() {
	}

	static Verdicts standard() {
		return trusting(EXCHANGE);
	}

	static Verdicts trusting(Trust trust) {
		return new Verdicts(properties(Map.of(), trust));
	}

	static Verdicts asking(ProofLevel least, String type) {
		return new Verdicts(properties(Map.of(type, least), EXCHANGE));
	}

	static Verdicts asking(Costly... costly) {
		return new Verdicts(properties(Map.of(), List.of(costly), UnknownRevocation.HOLD, EXCHANGE));
	}

	static Verdicts onUnknownRevocation(UnknownRevocation outcome) {
		return new Verdicts(properties(Map.of(), List.of(), outcome, EXCHANGE));
	}

	static Verdicts askingForAnotherWitness() {
		return new Verdicts(properties(Map.of(), List.of(), UnknownRevocation.HOLD, LoneWitness.HOLD, EXCHANGE));
	}

	static VerdictProperties properties(Map<String, ProofLevel> least, Trust trust) {
		return properties(least, List.of(), UnknownRevocation.HOLD, trust);
	}

	static VerdictProperties properties(Costly costly) {
		return properties(Map.of(), List.of(costly), UnknownRevocation.HOLD, Trust.NOTHING);
	}

	private static VerdictProperties properties(Map<String, ProofLevel> least, List<Costly> costly,
			UnknownRevocation unknown, Trust trust) {
		return properties(least, costly, unknown, LoneWitness.COUNTS, trust);
	}

	private static VerdictProperties properties(Map<String, ProofLevel> least, List<Costly> costly,
			UnknownRevocation unknown, LoneWitness alone, Trust trust) {
		return new VerdictProperties(Duration.ofMinutes(2), Duration.ofHours(24), Duration.ofDays(90),
				Duration.ofHours(72), least, costly, unknown, alone, trust);
	}

}
