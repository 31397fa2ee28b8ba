package io.countersign.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used so far, as Linux counts it.
 *
 * @param cpuSeconds user and system time, children that have ended included
 * @param peakMegabytes the highest resident set of the first process
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record Footprint(double cpuSeconds, double peakMegabytes) {

	/** {@code USER_HZ}, which Linux fixes at 100 on every platform Java 25 runs on. */
	private static final double TICKS_PER_SECOND = 100;

	static Footprint of(ProcessHandle process) {
		var family = Stream.concat(Stream.of(process), process.descendants()).toList();
		return new Footprint(family.stream().mapToDouble(Footprint::cpuSeconds).sum(), peakMegabytes(process));
	}

	double cpuSecondsSince(Footprint before) {
		return this.cpuSeconds - before.cpuSeconds;
	}

	private static double cpuSeconds(ProcessHandle process) {
		var stat = String.join(" ", lines(process, "stat"));
		if (stat.isEmpty()) {
			return 0;
		}
		var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		var ticks = 0L;
		for (var field = 11; field <= 14; field++) {
			ticks += Long.parseLong(fields[field]);
		}
		return ticks / TICKS_PER_SECOND;
	}

	private static double peakMegabytes(ProcessHandle process) {
		return lines(process, "status").stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToDouble((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
			.findFirst()
			.orElse(0);
	}

	private static List<String> lines(ProcessHandle process, String file) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
