package io.countersign.verdicts;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.countersign.cases.AskId;

/**
 * How its case stands when a reply is judged.
 *
 * @param kinds every kind of case it is, by the words of what was asked; a mandate has to
 * cover all of them
 * @param merged requests that have come over with another case
 * @param answeredInPerson requests on which whoever was asked has decided himself
 */
public record Standing(List<String> kinds, Set<AskId> merged, Set<AskId> answeredInPerson) {

	/** Nothing is known of it but its type. */
	public static final Standing PLAIN = new Standing(List.of(), Set.of(), Set.of());

	public Standing {
		kinds = List.copyOf(Objects.requireNonNullElse(kinds, List.of()));
		merged = Set.copyOf(Objects.requireNonNullElse(merged, Set.of()));
		answeredInPerson = Set.copyOf(Objects.requireNonNullElse(answeredInPerson, Set.of()));
	}

}
