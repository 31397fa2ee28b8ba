package io.countersign.reading;

import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A sample of what {@code mvn -Pbench verify} reads ten thousand of. */
class HostileMailTests {

	private static final long SEED = 20261126;

	private static final int SAMPLE = 60;

	@Test
	void noMailTakesASecondToRead() {
		assertThat(worst(SAMPLE)).isLessThan(1_000_000_000L);
	}

	/** The time of the processor for the worst of so many mails. */
	static long worst(int mails) {
		var hostile = new HostileMail(SEED);
		var reader = new Reader();
		var threads = ManagementFactory.getThreadMXBean();
		reader.read(Mail.ofText("x", "Godkendt"));
		var worst = 0L;
		for (var i = 0; i < mails; i++) {
			var mail = hostile.next();
			var start = threads.getCurrentThreadCpuTime();
			assertThat(reader.read(mail).verdict()).isNotNull();
			worst = Math.max(worst, threads.getCurrentThreadCpuTime() - start);
		}
		System.out.printf("Worst of %d hostile mails (seed %d): %d ms%n", mails, SEED, worst / 1_000_000);
		return worst;
	}

}
