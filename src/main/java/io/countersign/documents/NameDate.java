package io.countersign.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A day, a month or a year in the name of a file.
 *
 * @param value the day since 1970, or the number of the month or of the year; below zero
 * for a day of no year
 * @param pieces how many pieces of the name it takes
 */
record NameDate(int value, boolean isWhole, int pieces) {

	private static final int OLDEST = 1990;

	private static final int NEWEST = 2059;

	private static final int BEFORE_ALL = 100_000;

	static Optional<NameDate> at(List<VersionName.Piece> pieces, int at) {
		return whole(pieces, at).or(() -> run(pieces.get(at)))
			.or(() -> ofNoYear(pieces, at))
			.or(() -> part(pieces, at));
	}

	/** As 2026-10-12, 12.10.2026, 12.10.26 or 12. okt 2026. */
	private static Optional<NameDate> whole(List<VersionName.Piece> pieces, int at) {
		var one = number(pieces, at);
		var month = monthAt(pieces, at + 1);
		var three = number(pieces, at + 2);
		if (one == null || month == null || three == null) {
			return Optional.empty();
		}
		return date(one, month, three, 3).or(() -> date(year(three), month, one, 3));
	}

	/** As 12. okt; before the days of all years. */
	private static Optional<NameDate> ofNoYear(List<VersionName.Piece> pieces, int at) {
		var day = number(pieces, at);
		if (day == null || day < 1 || day > 31 || at + 1 >= pieces.size()) {
			return Optional.empty();
		}
		return NameWords.KNOWN.month(pieces.get(at + 1).text())
			.map((month) -> new NameDate(month * 100 + day - BEFORE_ALL, true, 2));
	}

	/** As 20261012, 12102026, 261012 or 121026. */
	private static Optional<NameDate> run(VersionName.Piece piece) {
		if (!piece.isNumber()) {
			return Optional.empty();
		}
		var text = piece.text();
		return switch (text.length()) {
			case 8 -> date(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8), 1)
				.or(() -> date(digits(text, 4, 8), digits(text, 2, 4), digits(text, 0, 2), 1));
			case 6 -> date(year(digits(text, 0, 2)), digits(text, 2, 4), digits(text, 4, 6), 1)
				.or(() -> date(year(digits(text, 4, 6)), digits(text, 2, 4), digits(text, 0, 2), 1));
			default -> Optional.empty();
		};
	}

	private static Optional<NameDate> part(List<VersionName.Piece> pieces, int at) {
		var piece = pieces.get(at);
		if (piece.isNumber()) {
			return (piece.text().length() == 4 && isYear(piece.number()))
					? Optional.of(new NameDate(piece.number(), false, 1)) : Optional.empty();
		}
		return NameWords.KNOWN.month(piece.text()).map((month) -> new NameDate(month, false, 1));
	}

	private static Optional<NameDate> date(int year, int month, int day, int pieces) {
		if (!isYear(year)) {
			return Optional.empty();
		}
		try {
			var date = LocalDate.of(year, month, day);
			return Optional.of(new NameDate(Math.toIntExact(date.toEpochDay()), true, pieces));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static boolean isYear(int number) {
		return number >= OLDEST && number <= NEWEST;
	}

	private static int year(int written) {
		return (written >= 0 && written < 60) ? 2000 + written : written;
	}

	private static int digits(String text, int from, int to) {
		return Integer.parseInt(text.substring(from, to));
	}

	private static @Nullable Integer number(List<VersionName.Piece> pieces, int at) {
		return (at < pieces.size() && pieces.get(at).isNumber() && pieces.get(at).text().length() <= 4)
				? pieces.get(at).number() : null;
	}

	private static @Nullable Integer monthAt(List<VersionName.Piece> pieces, int at) {
		if (at >= pieces.size()) {
			return null;
		}
		var number = number(pieces, at);
		return (number != null) ? number : NameWords.KNOWN.month(pieces.get(at).text()).orElse(null);
	}

}
