package io.countersign.bench;

/**
 * The same mails by both, one after the other: what the machine does meanwhile hits both
 * alike.
 */
record Pair(Measurement product, Measurement floor) {

	/** Mails by CPU second of the product, the floor's being 1. */
	double ratio() {
		return this.product.mailsPerCpuSecond() / this.floor.mailsPerCpuSecond();
	}

	/** The same of processes that compile nothing any more. */
	double ratioCompiled() {
		return this.product.mailsPerCpuSecondCompiled() / this.floor.mailsPerCpuSecondCompiled();
	}

}
