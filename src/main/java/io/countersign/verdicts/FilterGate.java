package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.intake.Evidence;
import io.countersign.verdicts.header.AntispamReport;

/**
 * VA-15: Exchange's filter takes it for no attack. Who forges a report can only harm
 * himself: what a report says in favour of a mail counts for nothing.
 */
class FilterGate implements Gate {

	private static final String REPORT = "X-Forefront-Antispam-Report";

	private static final String LEVEL = "X-MS-Exchange-Organization-SCL";

	private static final Set<String> ATTACKS = Set.of("SPOOF", "UIMP", "DIMP", "GIMP", "PHSH", "HPHSH", "HPHISH",
			"INTOS", "MALW", "HSPM");

	/** What it says of a mail that it has nothing against. */
	private static final Set<String> NOTHING = Set.of("NONE", "");

	/** Found, marked before by a rule, or sent by somebody who is blocked. */
	private static final Set<String> SPAM = Set.of("SPM", "SKS", "SKB", "BLK");

	private static final int SUSPECT = 5;

	private final Trust trust;

	FilterGate(Trust trust) {
		this.trust = trust;
	}

	@Override
	public String category() {
		return "filter";
	}

	@Override
	public String requirement() {
		return "VA-15";
	}

	@Override
	public List<String> fields() {
		return List.of(REPORT, LEVEL, "Received");
	}

	@Override
	public Finding judge(Reply reply) {
		if (this.trust.connector() != Trust.Connector.EXCHANGE_ONLINE) {
			return Finding.pass("Its header fields of Exchange mean nothing here.");
		}
		var evidence = reply.message().evidence();
		var reports = evidence.all(REPORT).stream().map(AntispamReport::parse).toList();
		var attack = reports.stream()
			.flatMap(Optional::stream)
			.flatMap((report) -> report.all("CAT").stream())
			.filter(ATTACKS::contains)
			.findFirst();
		if (attack.isPresent()) {
			return Finding.refuse("The filter takes it for an attack (%s).".formatted(attack.get()));
		}
		if (reports.stream().anyMatch(Optional::isEmpty)) {
			return Finding.hold("The report of the filter cannot be read.");
		}
		return levels(evidence, reports).anyMatch(FilterGate::isSuspect) || isCalledSpam(reports)
				? Finding.hold("The filter takes it for unwanted mail.")
				: Finding.pass("The filter says nothing against it.");
	}

	/** Also where a list of allowed senders has made the level harmless. */
	private static boolean isCalledSpam(List<Optional<AntispamReport>> reports) {
		return reports.stream()
			.flatMap(Optional::stream)
			.anyMatch((report) -> !NOTHING.containsAll(report.all("CAT"))
					|| report.all("SFV").stream().anyMatch(SPAM::contains));
	}

	private static Stream<String> levels(Evidence evidence, List<Optional<AntispamReport>> reports) {
		return Stream.concat(evidence.all(LEVEL).stream(),
				reports.stream().flatMap(Optional::stream).flatMap((report) -> report.all("SCL").stream()));
	}

	/** Exchange writes -1 to 9; what is no such number is as bad as the worst. */
	private static boolean isSuspect(String level) {
		if (level.isEmpty()) {
			return false;
		}
		try {
			return Integer.parseInt(level.strip()) >= SUSPECT;
		}
		catch (NumberFormatException ex) {
			return true;
		}
	}

}
