package io.countersign.overview;

import java.util.regex.Pattern;

/** What makes a running decision stand out. */
public enum Flag {

	/** It has been with its holder for long. */
	SLOW,
	/** It came back for more work. */
	RETUR,
	/** Whoever has asked calls it urgent. */
	HASTER;

	/** The words that say so, as they may stand in a subject. */
	private static final Pattern URGENT = Pattern.compile("\\b(haster|hastesag|hastende|urgent|asap)\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	static boolean isUrgent(String title) {
		return URGENT.matcher(title).find();
	}

}
