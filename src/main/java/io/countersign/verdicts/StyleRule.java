package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One rule of a style sheet. */
record StyleRule(String selector, String body) {

	private static final int MOST = 2_000;

	/** The rules in their order, also those within others; too many are one for all. */
	static List<StyleRule> in(String written) {
		var sheet = withoutComments(written.replace("<!--", " ").replace("-->", " "));
		var rules = new ArrayList<StyleRule>();
		var behind = 0;
		for (var open = sheet.indexOf('{'); open >= 0; open = sheet.indexOf('{', open + 1)) {
			var selector = sheet.substring(behind, open).strip();
			var close = sheet.indexOf('}', open);
			var inner = sheet.indexOf('{', open + 1);
			if (close >= 0 && inner >= 0 && inner < close) {
				behind = open + 1;
				continue;
			}
			var end = (close < 0) ? sheet.length() : close;
			if (!selector.startsWith("@")) {
				rules.add(new StyleRule(lastOf(selector), sheet.substring(open + 1, end)));
			}
			behind = Math.min(end + 1, sheet.length());
			if (rules.size() > MOST) {
				return List.of(new StyleRule("*", sheet));
			}
		}
		return rules;
	}

	/** Without white space, and with no letter written as a number. */
	String plainBody() {
		return this.body.replaceAll("\\s++", "").replace("\\", "").toLowerCase(Locale.ROOT);
	}

	/** What stands before it may be the end of a rule that held others. */
	private static String lastOf(String selector) {
		return selector.substring(selector.lastIndexOf('}') + 1).strip();
	}

	static String withoutComments(String sheet) {
		var plain = new StringBuilder();
		var at = 0;
		for (var open = sheet.indexOf("/*"); open >= 0; open = sheet.indexOf("/*", at)) {
			plain.append(sheet, at, open).append(' ');
			var close = sheet.indexOf("*/", open + 2);
			at = (close < 0) ? sheet.length() : close + 2;
		}
		return plain.append(sheet, at, sheet.length()).toString();
	}

}
