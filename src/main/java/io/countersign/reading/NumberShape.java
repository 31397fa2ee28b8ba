package io.countersign.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a written number says. Danes write 1.200.000,50 and the English 1,200,000.50;
 * where both readings are possible the larger one is taken.
 */
final class NumberShape {

	static final int GROUP = 3;

	private static final int YEAR = 4;

	private static final int LONGEST = 30;

	private final List<String> groups = new ArrayList<>();

	private final StringBuilder marks = new StringBuilder();

	private NumberShape(String written) {
		var from = 0;
		for (var at = 0; at < written.length(); at++) {
			if (!isPlainDigit(written.charAt(at))) {
				this.groups.add(written.substring(from, at));
				this.marks.append(isPoint(written.charAt(at)) ? written.charAt(at) : ' ');
				from = at + 1;
			}
		}
		this.groups.add(written.substring(from));
	}

	static boolean isPoint(char letter) {
		return letter == '.' || letter == ',' || letter == '\'' || letter == '’';
	}

	/** Nothing where it follows neither way of writing. */
	static Optional<BigDecimal> value(String written) {
		var odd = written.chars()
			.anyMatch((letter) -> !isPlainDigit((char) letter) && !isPoint((char) letter)
					&& !Character.isSpaceChar(letter));
		return (odd || written.length() > LONGEST) ? Optional.empty() : new NumberShape(written).value();
	}

	/** Neither a heading like 1.2.3 nor a day like 24.11.2026. */
	static boolean mayBeLarge(String written) {
		var shape = new NumberShape(written);
		var sizes = shape.groups.stream().map(String::length).toList();
		var day = sizes.size() == GROUP && sizes.get(0) <= 2 && sizes.get(1) <= 2 && sizes.get(2) <= YEAR;
		return !day && sizes.stream().mapToInt(Integer::intValue).sum() > YEAR;
	}

	private Optional<BigDecimal> value() {
		if (this.marks.isEmpty() || isGrouped(this.groups.size(), this.marks.length())) {
			return Optional.of(new BigDecimal(String.join("", this.groups)));
		}
		var last = this.marks.charAt(this.marks.length() - 1);
		var fraction = this.groups.getLast();
		var whole = this.groups.size() - 1;
		var isFraction = (last == '.' || last == ',') && (fraction.length() < GROUP || isBelowOne());
		return (isFraction && this.marks.indexOf(String.valueOf(last)) == whole - 1
				&& isGrouped(whole, this.marks.length() - 1))
						? Optional.of(new BigDecimal(String.join("", this.groups.subList(0, whole)) + "." + fraction))
						: Optional.empty();
	}

	private boolean isBelowOne() {
		return this.groups.size() == 2 && this.groups.getFirst().equals("0");
	}

	/** The first so many groups stand for one whole number. */
	private boolean isGrouped(int count, int between) {
		if (count == 1) {
			return true;
		}
		var first = this.groups.getFirst();
		return !isBelowOne() && first.length() <= GROUP
				&& this.groups.subList(1, count).stream().allMatch((group) -> group.length() == GROUP)
				&& this.marks.substring(0, between).chars().distinct().count() == 1;
	}

	private static boolean isPlainDigit(char letter) {
		return letter >= '0' && letter <= '9';
	}

}
