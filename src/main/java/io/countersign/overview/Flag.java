package io.countersign.overview;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a running decision stand out, and how it was asked. */
public enum Flag {

	/** It has been with its holder for long. */
	SLOW,
	/** It came back for more work. */
	RETUR,
	/** Whoever has asked calls it urgent. */
	HASTER,
	/** It was asked in a chat. */
	TEAMS,
	/** It was asked by mail. */
	MAIL;

	private static final Set<Flag> SOURCES = EnumSet.of(TEAMS, MAIL);

	/** The words that say so, as they may stand in a subject. */
	private static final Pattern URGENT = Pattern.compile("\\b(haster|hastesag|hastende|urgent|asap)\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	static Flag source(boolean chat) {
		return chat ? TEAMS : MAIL;
	}

	/** Whether nothing has both: a case was asked one way. */
	public boolean excludes(Flag other) {
		return this != other && SOURCES.contains(this) && SOURCES.contains(other);
	}

	/** Whether it says how a case was asked. */
	public boolean isSource() {
		return SOURCES.contains(this);
	}

	static boolean isUrgent(String title) {
		return URGENT.matcher(title).find();
	}

}
