package io.countersign.verdicts;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.countersign.support.CpuTime;
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
 * What it costs to judge one reply: all gates over everything that is known of it, to the
 * judgement that is kept. The aim is under a millisecond, and the build fails beyond it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgingBenchmark {

	/** In milliseconds. */
	private static final double AIM = Double.parseDouble(System.getProperty("bench.judging.aim", "1"));

	private static final int WARM_UP = 4_000;

	private static final int ROUNDS = 2_000;

	private final Verdicts verdicts = Policy.standard();

	private final Reply fromOutside = Letters.fromOutside(Letters.EXTERNAL).reply();

	private final Reply inTenant = Letters.delivered(Letters.IN_TENANT).reply();

	private final Reply inHtml = CorpusReply.all()
		.stream()
		.filter((reply) -> reply.file().endsWith("word-html.eml"))
		.findFirst()
		.orElseThrow()
		.trial()
		.reply();

	private final Reply forged = Letters.external("dmarc=pass", "dmarc=fail").reply();

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(JudgingBenchmark.class.getSimpleName()).shouldFailOnError(true).build())
			.run();
		var judging = new JudgingBenchmark();
		var slow = Stream
			.of(slow("a reply from outside", judging::judgesAReplyFromOutside),
					slow("a reply in the tenant", judging::judgesAReplyInTheTenant),
					slow("a reply in text and HTML", judging::judgesAReplyInTextAndHtml),
					slow("a forged reply", judging::judgesAForgedReply))
			.flatMap(Optional::stream)
			.toList();
		if (!slow.isEmpty()) {
			throw new IllegalStateException("Judging takes %s ms or longer: %s".formatted(AIM, slow));
		}
	}

	/** By the processor's time, for other work on the machine makes no reply dearer. */
	private static Optional<String> slow(String name, Runnable judging) {
		CpuTime.of(() -> repeat(judging, WARM_UP));
		var cost = CpuTime.of(() -> repeat(judging, ROUNDS)).toNanos() / 1e6 / ROUNDS;
		System.out.printf("%s: %.4f ms of the processor, %s the aim of %s ms%n", name, cost,
				(cost < AIM) ? "within" : "beyond", AIM);
		return (cost < AIM) ? Optional.empty() : Optional.of("%s (%.4f ms)".formatted(name, cost));
	}

	private static void repeat(Runnable judging, int times) {
		for (var time = 0; time < times; time++) {
			judging.run();
		}
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
	public Object judgesAReplyInTextAndHtml() {
		return this.verdicts.judge(this.inHtml);
	}

	@Benchmark
	public Object judgesAForgedReply() {
		return this.verdicts.judge(this.forged);
	}

}
