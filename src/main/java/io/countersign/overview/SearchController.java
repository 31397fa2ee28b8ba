package io.countersign.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.CaseState;
import io.countersign.problem.InvalidField;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	/**
	 * The fifty best hits among all cases, mails and files, in Danish and English word
	 * forms: the very phrase first.
	 * @param q words in any order, "a phrase", -notThis, or the SHA-256 of a file
	 * @param kind case, message or document
	 * @param person a part of a name or an address
	 * @param state of the case
	 * @param from the first day, as 2026-11-26
	 * @param to the last day
	 */
	@GetMapping("/api/v1/search")
	Hits search(@RequestParam String q, @RequestParam @Nullable String kind, @RequestParam @Nullable String person,
			@RequestParam @Nullable String state, @RequestParam @Nullable String from,
			@RequestParam @Nullable String to) {
		if (q.isBlank() || q.length() > SearchQuery.LONGEST) {
			throw new InvalidField("q",
					"Say what to look for, in at most %d characters.".formatted(SearchQuery.LONGEST));
		}
		var query = new SearchQuery(q, one("kind", kind, Hit.Kind.class), Optional.ofNullable(person),
				one("state", state, CaseState.class), day("from", from), day("to", to));
		return new Hits(this.search.findAll(query).stream().map(HitView::of).toList());
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

	record Hits(List<HitView> items) {
	}

	/**
	 * @param reference the message, the SHA-256 of the file, or the case
	 * @param passage pieces of text; those found are what was looked for
	 */
	record HitView(String kind, String caseId, String number, String caseTitle, String reference, String title,
			Instant at, List<Hit.Piece> passage) {

		static HitView of(Hit hit) {
			return new HitView(hit.kind().name().toLowerCase(Locale.ROOT), hit.caseId(), hit.number(), hit.caseTitle(),
					hit.reference(), hit.title(), hit.at(), hit.passage());
		}

	}

}
