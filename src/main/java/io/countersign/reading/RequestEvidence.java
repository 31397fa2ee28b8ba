package io.countersign.reading;

import java.util.List;

/**
 * What there is to tell what a mail wants.
 *
 * @param read what phrases of all languages come to
 * @param parts what phrases of its own language find in each sentence
 * @param leanings what its words are like
 */
record RequestEvidence(Finding read, RequestParts parts, Leanings leanings, List<Statement> statements) {

	RequestEvidence {
		statements = List.copyOf(statements);
	}

}
