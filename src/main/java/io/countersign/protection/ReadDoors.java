package io.countersign.protection;

import java.util.Map;
import java.util.Optional;

import io.countersign.protection.Access.Kind;

/**
 * Behind which doors there is something of a case to be read. A test fails for a door
 * that is neither here nor known to show nothing.
 */
final class ReadDoors {

	/** By the pattern of the path; a door of a case that is not named shows the case. */
	private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("/", Kind.LIST),
			Map.entry("/board", Kind.LIST), Map.entry("/mine", Kind.LIST), Map.entry("/review", Kind.LIST),
			Map.entry("/quarantine", Kind.LIST), Map.entry("/protection", Kind.LIST),
			Map.entry("/protection/purge", Kind.CASE), Map.entry("/insights", Kind.LIST),
			Map.entry("/search", Kind.SEARCH), Map.entry("/board.csv", Kind.EXPORT),
			Map.entry("/insights.csv", Kind.EXPORT), Map.entry("/cases/{id}/case.pdf", Kind.EXPORT),
			Map.entry("/cases/{id}/messages/{message}", Kind.MESSAGE),
			Map.entry("/cases/{id}/documents/{sha256}", Kind.FILE),
			Map.entry("/cases/{id}/documents/{sha256}/text", Kind.FILE),
			Map.entry("/cases/{id}/documents/{sha256}/changes", Kind.FILE),
			Map.entry("/review/{message}/original", Kind.MESSAGE),
			Map.entry("/quarantine/{message}/original", Kind.MESSAGE), Map.entry("/api/v1/cases", Kind.LIST),
			Map.entry("/api/v1/messages", Kind.LIST), Map.entry("/api/v1/reviews", Kind.LIST),
			Map.entry("/api/v1/writebacks", Kind.LIST), Map.entry("/api/v1/events", Kind.LIST),
			Map.entry("/api/v1/retention", Kind.LIST), Map.entry("/api/v1/accesses", Kind.LIST),
			Map.entry("/api/v1/search", Kind.SEARCH), Map.entry("/api/v1/blobs/{sha256}", Kind.FILE),
			Map.entry("/api/v1/messages/{id}/original", Kind.MESSAGE),
			Map.entry("/api/v1/cases/{id}/proof", Kind.EXPORT), Map.entry("/api/v1/journal/export", Kind.EXPORT),
			Map.entry("/api/v1/people/{address}/data", Kind.EXPORT));

	/** It only says that there is something to be read anew. */
	private static final String TICKS = "/cases/{id}/changes";

	private ReadDoors() {
	}

	static Optional<Kind> kind(String pattern) {
		return Optional.ofNullable(KINDS.get(pattern))
			.or(() -> (isOfCase(pattern) && !pattern.equals(TICKS)) ? Optional.of(Kind.CASE) : Optional.empty());
	}

	/** Whether the first value of the path is a case. */
	static boolean isOfCase(String pattern) {
		return pattern.startsWith("/cases/{id}") || pattern.startsWith("/api/v1/cases/{id}");
	}

}
