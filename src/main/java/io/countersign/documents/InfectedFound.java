package io.countersign.documents;

import java.util.Set;

/**
 * The virus scanner knows a stored file to do harm. Published inside the transaction that
 * writes it down.
 *
 * @param around the files it lies in
 * @param found what the scanner calls it
 */
public record InfectedFound(DocumentId file, Set<DocumentId> around, String found) {

	public InfectedFound {
		around = Set.copyOf(around);
	}

}
