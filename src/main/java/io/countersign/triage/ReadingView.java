package io.countersign.triage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.reading.Clue;
import io.countersign.reading.Deadline;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a mail, with the words each conclusion rests on.
 *
 * @param id as the caller gave it, or the Message-ID of a message/rfc822; null for none
 * @param language da, en, sv, nb or de
 * @param visibleText what the author newly wrote; the places of evidence count in it
 * @param automatic whether a program wrote it
 * @param hidden text that a reader of the mail cannot see
 * @param request what it asks
 * @param verdict what it answers
 */
@RetainJavadoc
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
	 * @param start first character, counted from 0 in {@code visibleText}
	 * @param end the character behind the last
	 * @param quote the words themselves
	 * @param rule what they were recognised by
	 */
	@Schema(name = "ReadEvidence")
	record EvidenceView(int start, int end, String quote, String rule) {

		static EvidenceView of(Clue clue) {
			return new EvidenceView(clue.span().start(), clue.span().end(), storable(clue.quote()), clue.rule());
		}

	}

	/**
	 * What the mail asks.
	 *
	 * @param intent the strongest kind of asking that was found
	 * @param confidence the share of readings like this that are right, from 0 to 1
	 * @param askedOf the addresses of those it is asked of; never taken from Cc
	 * @param ask the sentence that asks; null for none
	 * @param items the numbered points, in order
	 * @param options the offered answers
	 * @param deadline by when it is wanted; null for no word of it
	 * @param reason one sentence a person can check
	 * @param evidence the words it rests on
	 */
	@Schema(name = "ReadRequest")
	record RequestView(RequestReading.Intent intent, double confidence, List<String> askedOf, @Nullable String ask,
			List<ItemView> items, List<String> options, @Nullable DeadlineView deadline, String reason,
			List<EvidenceView> evidence) {

		static RequestView of(RequestReading request, ZoneId zone) {
			var items = request.items()
				.stream()
				.map((item) -> new ItemView(item.number(), storable(item.text())))
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
	 * @param local the same moment on the clock of the writer
	 * @param zone that clock, as Europe/Copenhagen
	 * @param precision DAY for the end of that day, TIME for a moment, VAGUE where nobody
	 * can say when it is over
	 * @param words that name it, as written
	 */
	@Schema(name = "ReadDeadline")
	record DeadlineView(@Nullable Instant at, boolean certain, @Nullable LocalDateTime local, ZoneId zone,
			Deadline.Precision precision, String words) {

		static DeadlineView of(Deadline deadline, ZoneId zone) {
			return new DeadlineView(deadline.at().orElse(null), !deadline.isVague(),
					deadline.at().map((at) -> LocalDateTime.ofInstant(at, zone)).orElse(null), zone,
					deadline.precision(), storable(deadline.clue().quote()));
		}

	}

	/**
	 * What the mail answers.
	 *
	 * @param outcome what it says, or NONE
	 * @param confidence the share of readings like this that are right, from 0 to 1
	 * @param needsConfirmation whether the author must be asked before anything is
	 * recorded
	 * @param condition what an approval depends on, or the part it leaves out; null for
	 * none
	 * @param delegateTo who is to deal with it next, as written; null for nobody
	 * @param items the answers to numbered points
	 * @param reasons what led here, each a sentence
	 * @param evidence the words it rests on
	 */
	@Schema(name = "ReadVerdict")
	record VerdictView(VerdictReading.Label outcome, double confidence, boolean needsConfirmation,
			@Nullable String condition, @Nullable String delegateTo, List<ItemVerdictView> items, List<String> reasons,
			List<EvidenceView> evidence) {

		static VerdictView of(VerdictReading verdict) {
			var items = verdict.items()
				.stream()
				.map((item) -> new ItemVerdictView(item.number(), item.label(), storable(item.quote())))
				.toList();
			return new VerdictView(verdict.label(), verdict.confidence(), verdict.needsConfirmation(),
					perhaps(verdict.condition()), perhaps(verdict.delegateTo()), items,
					verdict.reasons().stream().map(MailForm::storable).toList(), ReadingView.evidence(verdict.clues()));
		}

	}

	/**
	 * A numbered point.
	 *
	 * @param number as written, without dot or bracket
	 * @param text what it says
	 */
	@Schema(name = "ReadItem")
	record ItemView(String number, String text) {
	}

	/**
	 * The answer to one numbered point.
	 *
	 * @param number as written, without dot or bracket
	 * @param label what is said of it
	 * @param quote the words that say so
	 */
	@Schema(name = "ReadItemVerdict")
	record ItemVerdictView(String number, VerdictReading.Label label, String quote) {
	}

}
