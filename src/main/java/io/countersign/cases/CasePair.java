package io.countersign.cases;

/** Two cases that nobody else can change until this transaction ends. */
record CasePair(CaseRepository.Locked from, CaseRepository.Locked into) {

	/** Two cases are always locked in the same order, whichever is meant to give. */
	static CasePair lock(CaseRepository cases, CaseId from, CaseId into) {
		if (from.value().compareTo(into.value()) < 0) {
			var first = cases.lock(from);
			return new CasePair(first, cases.lock(into));
		}
		var first = cases.lock(into);
		return new CasePair(cases.lock(from), first);
	}

}
