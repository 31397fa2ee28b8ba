package io.countersign.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.NotFound;
import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.problem.InvalidField;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody was asked to decide, and what became of it. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/cases")
class CaseController {

	private static final int PAGE = 100;

	private final Cases cases;

	private final CaseSnapshots snapshots;

	private final People people;

	CaseController(Cases cases, CaseSnapshots snapshots, People people) {
		this.cases = cases;
		this.snapshots = snapshots;
		this.people = people;
	}

	/**
	 * Lists cases, newest number first.
	 * @param state waiting, decided or closed
	 * @param holder only those that wait for this mail address
	 * @param q a part of the title or number
	 */
	@GetMapping
	CaseList list(@RequestParam @Nullable String state, @RequestParam @Nullable String holder,
			@RequestParam @Nullable String q, @RequestParam @Nullable String cursor) {
		var rows = this.cases.list(state(state), address("holder", holder), q, number(cursor), PAGE + 1);
		var page = rows.subList(0, Math.min(PAGE, rows.size()));
		var known = this.people.findAll(page.stream()
			.flatMap((row) -> Stream.concat(row.holder().stream(), row.requester().stream()))
			.toList());
		return new CaseList(page.stream().map((row) -> CaseRow.of(row, known)).toList(),
				(rows.size() > PAGE) ? cursor(page.getLast().number()) : null);
	}

	/**
	 * Gives all there is on a case.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @throws NotFound when there is no such case
	 */
	@GetMapping("/{id}")
	CaseSnapshot snapshot(@PathVariable String id) {
		return this.snapshots.of(this.cases.get(new CaseId(id)));
	}

	private static @Nullable CaseState state(@Nullable String word) {
		if (word == null) {
			return null;
		}
		return Stream.of(CaseState.values())
			.filter((state) -> state.name().equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> new InvalidField("state", "A state is one of waiting, decided, closed."));
	}

	private static @Nullable EmailAddress address(String field, @Nullable String text) {
		if (text == null) {
			return null;
		}
		return EmailAddress.parse(text).orElseThrow(() -> new InvalidField(field, "This is not a plain mail address."));
	}

	private static String cursor(CaseNumber last) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(last.value().getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable String number(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		try {
			var number = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
			return CaseNumber.inSubject("[" + number + "]").orElseThrow(CaseController::wrongCursor).value();
		}
		catch (IllegalArgumentException ex) {
			throw wrongCursor();
		}
	}

	private static InvalidField wrongCursor() {
		return new InvalidField("cursor", "A cursor is the value of next, unchanged.");
	}

	/**
	 * A page of cases.
	 *
	 * @param items newest number first
	 * @param next the cursor to ask for the following page with; null on the last
	 */
	record CaseList(List<CaseRow> items, @Nullable String next) {
	}

	/**
	 * A case in a list.
	 *
	 * @param id for calls of this API
	 * @param number as people write it in subjects
	 * @param title the subject of the request
	 * @param type the kind of case, by the rules of the organisation
	 * @param state waiting, decided or closed
	 * @param holder who has it now; null where nobody has
	 * @param holderSince when that began
	 * @param deadline by when it is wanted; null where no mail says so
	 * @param outcome of the verdict that counts: APPROVED, APPROVED_WITH_CONDITIONS,
	 * REJECTED, RETURNED, DELEGATED or DEFERRED; null before
	 * @param requester who asks; null where nobody is known
	 * @param held whether a verdict waits for a person to confirm it
	 * @param openedAt when the request was taken up
	 * @param changedAt when anything of it last changed
	 */
	record CaseRow(String id, String number, String title, String type, String state,
			CaseSnapshot.@Nullable PersonView holder, Instant holderSince, CaseSnapshot.@Nullable DeadlineView deadline,
			@Nullable String outcome, CaseSnapshot.@Nullable PersonView requester, boolean held, Instant openedAt,
			Instant changedAt) {

		static CaseRow of(CaseSummary row, Map<EmailAddress, Person> known) {
			return new CaseRow(row.id().value(), row.number().value(), row.title(), row.type(), row.state().word(),
					row.holder().map((holder) -> CaseSnapshot.PersonView.of(holder, known)).orElse(null),
					row.holderSince(), row.deadline().map(CaseSnapshot.DeadlineView::of).orElse(null),
					row.outcome().map(Outcome::name).orElse(null),
					row.requester().map((requester) -> CaseSnapshot.PersonView.of(requester, known)).orElse(null),
					row.held(), row.openedAt(), row.changedAt());
		}

	}

}
