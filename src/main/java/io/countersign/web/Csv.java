package io.countersign.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as a spreadsheet reads them. A cell that a spreadsheet would take for a formula is
 * kept a text (UI-10).
 */
final class Csv {

	/** A spreadsheet knows by it that what follows is UTF-8. */
	private static final String MARK = "\uFEFF";

	private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private final String separator;

	private final StringBuilder text = new StringBuilder(MARK);

	Csv(String separator) {
		this.separator = separator;
	}

	Csv row(List<String> cells) {
		this.text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(this.separator))).append("\r\n");
		return this;
	}

	private static String cell(String value) {
		var harmless = (!value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
		return '"' + harmless.replace("\"", "\"\"") + '"';
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
