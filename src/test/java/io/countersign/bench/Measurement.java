package io.countersign.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * What a number of mails took.
 *
 * @param cpuSeconds of the process that does the work
 * @param compilingSeconds of these what its JVM has compiled in
 * @param databaseCpuSeconds of PostgreSQL meanwhile
 * @param peakMegabytes the highest resident set of the process so far
 */
record Measurement(int mails, Duration time, double cpuSeconds, double compilingSeconds, double databaseCpuSeconds,
		double peakMegabytes, long requests) {

	double mailsPerSecond() {
		return this.mails / (this.time.toMillis() / 1000.0);
	}

	/** Mails by CPU second of the process and PostgreSQL together. */
	double mailsPerCpuSecond() {
		return this.mails / (this.cpuSeconds + this.databaseCpuSeconds);
	}

	/** The same when nothing is compiled any more. */
	double mailsPerCpuSecondCompiled() {
		return this.mails / (this.cpuSeconds - this.compilingSeconds + this.databaseCpuSeconds);
	}

	double requestsPerMail() {
		return (double) this.requests / this.mails;
	}

	/** The moment a measurement begins. */
	record Start(ProcessHandle process, Footprint work, ProcessHandle postmaster, Footprint database, Instant at) {

		static Start of(ProcessHandle process, ProcessHandle postmaster) {
			return new Start(process, Footprint.of(process), postmaster, Footprint.of(postmaster), Instant.now());
		}

		Measurement until(int mails, long requests) {
			var now = Footprint.of(this.process);
			return new Measurement(mails, Duration.between(this.at, Instant.now()), now.cpuSecondsSince(this.work),
					now.compilingSecondsSince(this.work), Footprint.of(this.postmaster).cpuSecondsSince(this.database),
					now.peakMegabytes(), requests);
		}

	}

}
