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

/**
 * What it costs to judge one reply: all gates over everything that is known of it, to the
 * judgement that is kept. The aim is under a millisecond, and beyond it the build fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgingBenchmark {

	/** In milliseconds. */
	private static final double AIM = 1;

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
		var slow = false;
		for (var result : new Runner(new OptionsBuilder().include(JudgingBenchmark.class.getSimpleName()).build())
			.run()) {
			var score = result.getPrimaryResult().getScore();
			slow |= score >= AIM;
			System.out.printf("%s: %.4f ms per reply, %s the aim of %.0f ms%n", result.getPrimaryResult().getLabel(),
					score, (score < AIM) ? "within" : "beyond", AIM);
		}
		if (slow) {
			System.exit(1);
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
