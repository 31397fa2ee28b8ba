package io.countersign.reading;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many ordinary mails of four kilobytes one core reads in a second; the aim is 2,000.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {

	private static final int HOSTILE = 10_000;

	private final Reader reader = new Reader();

	private final Mail mail = Mail.ofHtml("SV: Notat om skolebusser", ReaderSpeedTests.ordinary())
		.answering("Kan du godkende notatet?");

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(ReadingBenchmark.class.getSimpleName()).build()).run();
		HostileMailTests.worst(HOSTILE);
	}

	@Benchmark
	public Object readsAMail() {
		return this.reader.read(this.mail);
	}

	@Benchmark
	public Object screensAMail() {
		return this.reader.readGist(this.mail);
	}

}
