package io.countersign.verdicts;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import io.countersign.intake.Evidence;
import io.countersign.verdicts.header.AntispamReport;

/**
 * Where a mail of another organisation at Exchange Online came in. Its servers connect
 * from addresses that ours use too, so the address alone says nothing. Our own tenant
 * says it, in fields that it takes out of everything that arrives: that the mail is
 * incoming, that nobody was signed in, and from which address it came. Less than all of
 * that is no border.
 */
record StatedBorder(Trust trust) {

	private static final String REPORT = "X-Forefront-Antispam-Report";

	Optional<Border> of(Evidence evidence) {
		return stated(evidence)
			.filter((address) -> this.trust.sharedRanges().stream().anyMatch((range) -> range.contains(address)))
			.map((address) -> Border.of(evidence, (hop) -> hop.connecting().filter(address::equals).isPresent()))
			.filter(Border::crossed);
	}

	private static Optional<InetAddress> stated(Evidence evidence) {
		var reports = evidence.all(REPORT);
		return (reports.size() == 1 && isAlone(evidence, "AuthAs", "Anonymous")
				&& isAlone(evidence, "MessageDirectionality", "Incoming")) ? connecting(reports.getFirst())
						: Optional.empty();
	}

	private static boolean isAlone(Evidence evidence, String mark, String wanted) {
		var values = evidence.all("X-MS-Exchange-Organization-" + mark);
		return values.size() == 1 && values.getFirst().equalsIgnoreCase(wanted);
	}

	private static Optional<InetAddress> connecting(String field) {
		return AntispamReport.parse(field)
			.filter((report) -> report.all("DIR").equals(List.of("INB")))
			.flatMap(AntispamReport::connecting);
	}

}
