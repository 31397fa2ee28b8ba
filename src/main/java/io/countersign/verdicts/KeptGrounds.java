package io.countersign.verdicts;

import io.countersign.cases.Basis;
import io.countersign.cases.Decision;
import io.countersign.cases.Grounds;

/** The policy in force, and what is kept of the judgement on a message. */
class KeptGrounds implements Grounds {

	private final String policy;

	private final String software;

	private final JudgementRepository repository;

	KeptGrounds(VerdictProperties policy, String software, JudgementRepository repository) {
		this.policy = Policies.version(policy);
		this.software = software;
		this.repository = repository;
	}

	@Override
	public Basis of(Decision decision) {
		return new Basis(this.policy, this.software,
				decision.message()
					.flatMap((message) -> this.repository.of(message)
						.stream()
						.filter((kept) -> kept.isAbout(decision.ask()))
						.map(JudgementRepository.Kept::digest)
						.findFirst()));
	}

}
