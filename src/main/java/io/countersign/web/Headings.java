package io.countersign.web;

import java.util.Locale;

import io.countersign.overview.BoardQuery;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What stands over a group of rows; templates call it as {@code @headings}. */
@Component
class Headings {

	private final MessageSource messages;

	Headings(MessageSource messages) {
		this.messages = messages;
	}

	public String of(BoardQuery.Grouping group, String key) {
		var lower = key.toLowerCase(Locale.ROOT);
		return switch (group) {
			case STAGE -> text("stage." + lower);
			case LEVEL -> text("level." + (key.isEmpty() ? "none" : key));
			case DUE -> text("due.filter." + lower);
			case UNIT -> key.isEmpty() ? text("board.unit.none") : key;
			case HOLDER -> key;
		};
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
