package io.countersign.cases;

import io.countersign.problem.NotFound;

/** The case a caller named is not there. */
public class CaseNotFound extends NotFound {

	public CaseNotFound(String id) {
		super("case", id);
	}

}
