package io.countersign.triage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import io.countersign.reading.Clue;
import io.countersign.reading.Deadline;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a mail, with the words each conclusion rests on.
 *
 * @param visibleText what the author newly wrote; the places of evidence count in it
 * @param automatic whether a program wrote it
 * @param hidden text that a reader of the mail cannot see
 */
record ReadingView(@Nullable String id, String language, String visibleText, boolean automatic,
		List<EvidenceView> hidden, RequestView request, VerdictView verdict) {

	static ReadingView of(@Nullable String id, Reading reading, ZoneId zone) {
		return new ReadingView(id, reading.language().code(), storable(reading.own().text()), reading.automatic(),
				evidence(reading.own().hidden()), RequestView.of(reading.request(), zone),
				VerdictView.of(reading.verdict()));
	}

	private static List<EvidenceView> evidence(List<Clue> clues) {
		return clues.stream().map(EvidenceView::of).toList();
	}

	private static String storable(String text) {
		return MailForm.storable(text);
	}

	private static @Nullable String perhaps(java.util.Optional<String> text) {
		return text.map(MailForm::storable).orElse(null);
	}

	/**
	 * Words of the mail.
	 *
	 * @param rule what they were recognised by
	 */
	record EvidenceView(int start, int end, String quote, String rule) {

		static EvidenceView of(Clue clue) {
			return new EvidenceView(clue.span().start(), clue.span().end(), storable(clue.quote()), clue.rule());
		}

	}

	/** What the mail asks. */
	record RequestView(RequestReading.Intent intent, double confidence, List<String> askedOf, @Nullable String ask,
			List<RequestReading.Item> items, List<String> options, @Nullable DeadlineView deadline, String reason,
			List<EvidenceView> evidence) {

		static RequestView of(RequestReading request, ZoneId zone) {
			var items = request.items()
				.stream()
				.map((item) -> new RequestReading.Item(item.number(), storable(item.text())))
				.toList();
			return new RequestView(request.intent(), request.confidence(),
					request.askedOf().stream().map(MailForm::storable).toList(), perhaps(request.ask()), items,
					request.options().stream().map(MailForm::storable).toList(),
					request.deadline().map((deadline) -> DeadlineView.of(deadline, zone)).orElse(null),
					storable(request.reason()), ReadingView.evidence(request.clues()));
		}

	}

	/**
	 * By when it is wanted.
	 *
	 * @param at absent where the mail names no day that can be found in a calendar
	 * @param certain whether the mail names a day
	 */
	record DeadlineView(@Nullable Instant at, boolean certain, @Nullable LocalDateTime local, ZoneId zone,
			Deadline.Precision precision, String words) {

		static DeadlineView of(Deadline deadline, ZoneId zone) {
			return new DeadlineView(deadline.at().orElse(null), !deadline.isVague(),
					deadline.at().map((at) -> LocalDateTime.ofInstant(at, zone)).orElse(null), zone,
					deadline.precision(), storable(deadline.clue().quote()));
		}

	}

	/** What the mail answers. */
	record VerdictView(VerdictReading.Label outcome, double confidence, boolean needsConfirmation,
			@Nullable String condition, @Nullable String delegateTo, List<VerdictReading.ItemVerdict> items,
			List<String> reasons, List<EvidenceView> evidence) {

		static VerdictView of(VerdictReading verdict) {
			var items = verdict.items()
				.stream()
				.map((item) -> new VerdictReading.ItemVerdict(item.number(), item.label(), storable(item.quote())))
				.toList();
			return new VerdictView(verdict.label(), verdict.confidence(), verdict.needsConfirmation(),
					perhaps(verdict.condition()), perhaps(verdict.delegateTo()), items,
					verdict.reasons().stream().map(MailForm::storable).toList(), ReadingView.evidence(verdict.clues()));
		}

	}

}
