package io.countersign.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.cases.CaseState;
import io.countersign.overview.SearchQuery.Channel;
import io.countersign.problem.InvalidField;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds words in cases, mails and files. */
@RestController
@RetainJavadoc
class SearchController {

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	/**
	 * Finds the fifty best hits among all cases, mails and files. Words are found in
	 * their Danish and English forms, the very phrase first. At least one parameter is
	 * given.
	 * @param q words in any order, {@code "a phrase"}, {@code -notThis}, or the SHA-256
	 * of a file; without it the newest that the others leave. At most 200 characters
	 * @param kind case, message or document
	 * @param channel mail or chat
	 * @param person the beginning of a name or of a part of an address
	 * @param state of the case: waiting, decided or closed
	 * @param from the first day, as 2026-11-26, in the time zone of the installation
	 * @param to the last day, as 2026-11-26, included
	 */
	@GetMapping("/api/v1/search")
	Hits search(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable String kind,
			@RequestParam @Nullable String channel, @RequestParam @Nullable String person,
			@RequestParam @Nullable String state, @RequestParam @Nullable String from,
			@RequestParam @Nullable String to) {
		var query = new SearchQuery(q, one("kind", kind, Hit.Kind.class), one("channel", channel, Channel.class),
				Optional.ofNullable(person), one("state", state, CaseState.class), day("from", from), day("to", to));
		if (query.isEmpty() || q.length() > SearchQuery.LONGEST) {
			throw new InvalidField("q",
					"Say what to look for, in at most %d characters.".formatted(SearchQuery.LONGEST));
		}
		var found = this.search.findAll(query);
		return new Hits(found.hits().stream().map(HitView::of).toList(), found.newestOnly());
	}

	private static <T extends Enum<T>> Optional<T> one(String field, @Nullable String value, Class<T> all) {
		if (value == null) {
			return Optional.empty();
		}
		return Optional.of(Arrays.stream(all.getEnumConstants())
			.filter((one) -> one.name().equalsIgnoreCase(value))
			.findFirst()
			.orElseThrow(() -> new InvalidField(field,
					"Allowed are " + Arrays.stream(all.getEnumConstants())
						.map((one) -> one.name().toLowerCase(Locale.ROOT))
						.collect(Collectors.joining(", ")) + ".")));
	}

	private static Optional<LocalDate> day(String field, @Nullable String value) {
		try {
			return Optional.ofNullable(value).map(LocalDate::parse);
		}
		catch (DateTimeParseException ex) {
			throw new InvalidField(field, "Not a day as 2026-11-26.");
		}
	}

	/**
	 * What was found.
	 *
	 * @param items the best first
	 * @param newestOnly whether so many places have the words that only the newest were
	 * compared
	 */
	record Hits(List<HitView> items, boolean newestOnly) {
	}

	/**
	 * A place where what was looked for stands.
	 *
	 * @param kind case, message or document
	 * @param caseId the case it belongs to
	 * @param number of that case, as people write it
	 * @param caseTitle of that case
	 * @param reference the message, the SHA-256 of the file, or the case
	 * @param title the subject, the name of the file, or the title of the case
	 * @param within the name of the file that it lies in, where that is one file within
	 * another
	 * @param at when it came, or the case was opened
	 * @param passage pieces of text; those found are what was looked for
	 */
	record HitView(String kind, String caseId, String number, String caseTitle, String reference, String title,
			@Nullable String within, Instant at, List<Hit.Piece> passage) {

		static HitView of(Hit hit) {
			return new HitView(hit.kind().name().toLowerCase(Locale.ROOT), hit.caseId(), hit.number(), hit.caseTitle(),
					hit.reference(), hit.inner().orElse(hit.title()), hit.inner().map((_) -> hit.title()).orElse(null),
					hit.at(), hit.passage());
		}

	}

}
