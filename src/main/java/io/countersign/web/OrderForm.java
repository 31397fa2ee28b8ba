package io.countersign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.Due;
import io.countersign.cases.PageOrder;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.identity.Person;
import io.countersign.overview.DueScale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody typed about work he orders, and says beside each field what is
 * wrong.
 */
@Component
class OrderForm {

	private static final int LONGEST = 2000;

	private static final int NEAR = 2;

	private static final int WEEK = 5;

	/** What is due on a day is due when the day ends, as it is read in mails. */
	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

	private final TypedPeople people;

	private final DueScale scale;

	private final Clock clock;

	OrderForm(TypedPeople people, DueScale scale, Clock clock) {
		this.people = people;
		this.scale = scale;
		this.clock = clock;
	}

	/**
	 * What was typed, as it was.
	 *
	 * @param due one of the days that are offered, or {@code other}
	 */
	record Typed(String what, String who, String due, String day, String key) {

		static Typed nothing() {
			return new Typed("", "", "near", "", UUID.randomUUID().toString());
		}

	}

	sealed interface Result {

		record Whole(PageOrder order) implements Result {
		}

		/**
		 * @param faults by field, each named by what is wrong
		 */
		record Wrong(Map<String, String> faults) implements Result {
		}

	}

	/** The days that are offered, by the word the form has for each. */
	Map<String, LocalDate> days() {
		var days = new LinkedHashMap<String, LocalDate>();
		days.put("today", today());
		days.put("near", workingDaysAfter(NEAR));
		days.put("week", workingDaysAfter(WEEK));
		return days;
	}

	Result read(Typed typed, Person me) {
		var faults = new LinkedHashMap<String, String>();
		if (typed.what().isBlank() || typed.what().length() > LONGEST) {
			faults.put("what", typed.what().isBlank() ? "none" : "long");
		}
		var found = this.people.called(typed.who());
		if (found.size() != 1) {
			faults.put("who", found.isEmpty() ? "unknown" : "several");
		}
		else if (found.getFirst().address().equals(me.address())) {
			faults.put("who", "self");
		}
		var day = Optional.ofNullable(days().get(typed.due())).or(() -> day(typed.day()));
		if (!typed.due().equals("none") && day.filter((one) -> !one.isBefore(today())).isEmpty()) {
			faults.put("day", "none");
		}
		return faults.isEmpty() ? new Result.Whole(order(typed, found.getFirst(), day, me)) : new Result.Wrong(faults);
	}

	private PageOrder order(Typed typed, Person assignee, Optional<LocalDate> day, Person me) {
		var due = day.filter((_) -> !typed.due().equals("none"))
			.map((one) -> new Due(one.atTime(END_OF_DAY).atZone(this.scale.zone()).toInstant(), true,
					this.scale.zone()));
		return new PageOrder(new Participant(me.address(), me.displayName(), Role.REQUESTER),
				new Participant(assignee.address(), assignee.displayName(), Role.EXECUTOR), typed.what().strip(), due,
				LocaleContextHolder.getLocale().getLanguage(), typed.key(), this.clock.instant());
	}

	private Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private LocalDate workingDaysAfter(int days) {
		var day = today();
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			left -= this.scale.isWorkingDay(day) ? 1 : 0;
		}
		return day;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.scale.zone());
	}

}
