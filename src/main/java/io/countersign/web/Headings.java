package io.countersign.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.cases.Outcome;
import io.countersign.identity.Level;
import io.countersign.overview.BoardQuery;
import io.countersign.overview.BoardRow;
import io.countersign.overview.DueScale;
import io.countersign.overview.Flag;
import io.countersign.overview.Stage;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What stands over a group of rows; templates call it as {@code @headings}. */
@Component("headings")
class Headings {

	private final MessageSource messages;

	private final DueScale scale;

	Headings(MessageSource messages, DueScale scale) {
		this.messages = messages;
		this.scale = scale;
	}

	public String of(BoardQuery.Grouping group, String key) {
		var lower = key.toLowerCase(Locale.ROOT);
		return switch (group) {
			case STAGE -> text("stage." + lower);
			case LEVEL -> text("level." + (key.isEmpty() ? "none" : key));
			case DUE -> due(lower);
			case UNIT -> key.isEmpty() ? text("board.unit.none") : key;
			case HOLDER -> key;
		};
	}

	/**
	 * @param state the distance to the deadline, in lower case
	 */
	public String due(String state) {
		var hours = this.scale.pressingHours();
		return (state.equals("today") && hours.isPresent()) ? text("due.filter.hours", hours.get())
				: text("due.filter." + state, this.scale.soonDays());
	}

	/** How many are pressing. */
	public String pressing(int count) {
		return count + " " + due("today").toLowerCase(LocaleContextHolder.getLocale());
	}

	/** How an address names a level. */
	public String word(Optional<Level> level) {
		return level.map((one) -> one.name().toLowerCase(Locale.ROOT)).orElse("");
	}

	public String level(Optional<Level> level) {
		return of(BoardQuery.Grouping.LEVEL, level.map(Level::name).orElse(""));
	}

	/** The flags an address names once this one is pressed. */
	public String toggled(Set<Flag> on, Flag flag) {
		return Arrays.stream(Flag.values())
			.filter((one) -> (one == flag) != on.contains(one) && !one.excludes(flag))
			.map((one) -> one.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(","));
	}

	public String icon(Flag flag) {
		return switch (flag) {
			case SLOW -> "i-hour";
			case RETUR -> "i-return";
			case HASTER -> "i-bolt";
			case TEAMS -> "i-teams";
			case MAIL -> "i-mail";
		};
	}

	public String icon(Outcome outcome) {
		return Answer.of(outcome).icon();
	}

	/** The colour an answer has wherever it is shown. */
	public String tone(Outcome outcome) {
		return switch (outcome) {
			case APPROVED, APPROVED_WITH_CONDITIONS -> "v-yes";
			case RETURNED -> "v-back";
			case REJECTED -> "v-no";
			case DELEGATED, DEFERRED -> "v-pass";
		};
	}

	/** What is written beside the title of a case. */
	public List<Flag> tags(BoardRow row) {
		return row.flags().stream().filter((flag) -> flag != Flag.SLOW && !flag.isSource()).sorted().toList();
	}

	public boolean isUrgent(BoardRow row) {
		return row.flags().contains(Flag.HASTER);
	}

	public boolean isSlow(BoardRow row) {
		return row.flags().contains(Flag.SLOW);
	}

	public String joined(Set<Flag> on) {
		return on.stream().sorted().map((one) -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
	}

	/** The way of a decision, from its detection on. */
	public List<Stage> stages() {
		return List.of(Stage.values());
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, LocaleContextHolder.getLocale());
	}

}
