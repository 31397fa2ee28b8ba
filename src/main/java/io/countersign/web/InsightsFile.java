package io.countersign.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.overview.InsightsView;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The tables of the analysis, to reckon on with. */
@Component
class InsightsFile {

	private static final double MINUTES_OF_A_DAY = 1440;

	private final MessageSource messages;

	InsightsFile(MessageSource messages) {
		this.messages = messages;
	}

	/** Which table; each has the same figures as the page. */
	enum Table {

		WEEKS, STAGES, LEVELS, WAITING, AGES;

		/** The weeks where nothing else is named. */
		static Table of(String word) {
			return Stream.of(values()).filter((one) -> one.name().equalsIgnoreCase(word)).findFirst().orElse(WEEKS);
		}

	}

	String of(InsightsView view, Table table, Locale locale) {
		var csv = new Csv(word("csv.separator", locale));
		csv.row(columns(table).map((column) -> word(column, locale)).toList());
		rows(view, table, locale).forEach((row) -> csv.row(row.map(Object::toString).toList()));
		return csv.toString();
	}

	private static Stream<String> columns(Table table) {
		return switch (table) {
			case WEEKS -> Stream.of("insights.csv.week", "insights.csv.start", "insights.csv.opened",
					"insights.csv.ontime", "insights.csv.late", "insights.bound");
			case STAGES ->
				Stream.of("group.stage", "insights.count", "insights.csv.median", "insights.mostly", "insights.then");
			case LEVELS -> Stream.of("group.level", "insights.queue", "insights.count", "insights.csv.median",
					"insights.mostly", "insights.then");
			case WAITING -> Stream.of("insights.waits", "insights.csv.whom", "insights.csv.days");
			case AGES ->
				Stream.of("group.stage", "insights.age.1", "insights.age.3", "insights.age.7", "insights.age.more");
		};
	}

	private Stream<Stream<?>> rows(InsightsView view, Table table, Locale locale) {
		return switch (table) {
			case WEEKS -> view.weeks()
				.stream()
				.map((week) -> Stream.of(week.number(), week.start(), week.opened(), week.onTime(), week.late(),
						week.bound()));
			case STAGES -> view.stages()
				.stream()
				.map((one) -> Stream.of(word("stage." + one.stage().name().toLowerCase(Locale.ROOT), locale),
						one.stays(), days(one.median(), locale), days(one.mostly(), locale),
						days(one.before(), locale)));
			case LEVELS -> view.levels()
				.stream()
				.map((one) -> Stream.of(word("level." + one.level(), locale), one.queue(), one.stays(),
						days(one.median(), locale), days(one.mostly(), locale), days(one.before(), locale)));
			case WAITING -> view.waiting().stream().map((one) -> Stream.of(one.who(), one.forWhom(), one.days()));
			case AGES -> view.ages()
				.stream()
				.map((one) -> Stream.of(word("stage." + one.stage().name().toLowerCase(Locale.ROOT), locale), one.day(),
						one.days3(), one.week(), one.older()));
		};
	}

	/** Working days; of too few cases nothing. */
	private static String days(Optional<Duration> time, Locale locale) {
		var numbers = NumberFormat.getNumberInstance(locale);
		numbers.setMaximumFractionDigits(2);
		numbers.setGroupingUsed(false);
		return time.map((one) -> numbers.format(one.toMinutes() / MINUTES_OF_A_DAY)).orElse("");
	}

	private String word(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
