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
 * @param compilingSeconds of it what the compilers of a JVM have used, as far as their
 * threads are still there
 * @param peakMegabytes the highest resident set of the first process
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record Footprint(double cpuSeconds, double compilingSeconds, double peakMegabytes) {

	/** {@code USER_HZ}, which Linux fixes at 100 on every platform Java 25 runs on. */
	private static final double TICKS_PER_SECOND = 100;

	/** Where it stands behind the name. */
	private static final int USER_TIME = 11;

	static Footprint of(ProcessHandle process) {
		var family = Stream.concat(Stream.of(process), process.descendants()).toList();
		return new Footprint(family.stream().mapToDouble(Footprint::cpuSeconds).sum(), compilingSeconds(process),
				peakMegabytes(process));
	}

	double cpuSecondsSince(Footprint before) {
		return this.cpuSeconds - before.cpuSeconds;
	}

	double compilingSecondsSince(Footprint before) {
		return Math.max(0, this.compilingSeconds - before.compilingSeconds);
	}

	private static double cpuSeconds(ProcessHandle process) {
		return cpuSeconds(String.join(" ", lines(process, "stat")), 4);
	}

	/** The first are user and system time, the next two those of ended children. */
	private static double cpuSeconds(String stat, int times) {
		if (stat.isEmpty()) {
			return 0;
		}
		var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		var ticks = 0L;
		for (var field = USER_TIME; field < USER_TIME + times; field++) {
			ticks += Long.parseLong(fields[field]);
		}
		return ticks / TICKS_PER_SECOND;
	}

	private static double compilingSeconds(ProcessHandle process) {
		var threads = Path.of("/proc", Long.toString(process.pid()), "task").toFile().list();
		return (threads == null) ? 0
				: Stream.of(threads)
					.map((thread) -> String.join(" ", lines(process, "task/" + thread + "/stat")))
					.filter((stat) -> stat.contains(" CompilerThre"))
					.mapToDouble((stat) -> cpuSeconds(stat, 2))
					.sum();
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
