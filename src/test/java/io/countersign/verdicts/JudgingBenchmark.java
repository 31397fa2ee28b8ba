package io.countersign.verdicts;

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

/** What it costs to run one reply through all gates; the aim is under a millisecond. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgingBenchmark {

	private final Verdicts verdicts = Policy.standard();

	private final Reply fromOutside = Letters.fromOutside(Letters.EXTERNAL).reply();

	private final Reply inTenant = Letters.delivered(Letters.IN_TENANT).reply();

	private final Reply forged = Letters.external("dmarc=pass", "dmarc=fail").reply();

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(JudgingBenchmark.class.getSimpleName()).build()).run();
	}

	@Benchmark
	public Object judgesAReplyFromOutside() {
		return this.verdicts.judge(this.fromOutside);
	}

	@Benchmark
	public Object judgesAReplyInTheTenant() {
		return this.verdicts.judge(this.inTenant);
	}

	@Benchmark
	public Object judgesAForgedReply() {
		return this.verdicts.judge(this.forged);
	}

}
