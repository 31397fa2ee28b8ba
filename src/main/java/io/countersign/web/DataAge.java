package io.countersign.web;

import java.util.List;

import io.countersign.connector.Watch;
import io.countersign.connector.Watches;
import io.countersign.overview.DueScale;

import org.springframework.stereotype.Component;

/** Whether the pages may be older than they look, because a mailbox has not been read. */
@Component
class DataAge {

	/** Whoever looks after the mailboxes has a page for all of them. */
	private static final int MOST = 20;

	private final Watches watches;

	private final DueScale scale;

	DataAge(Watches watches, DueScale scale) {
		this.watches = watches;
		this.scale = scale;
	}

	/** The watches that lag; one that has just begun has not been read and does not. */
	List<Watch> lagging() {
		return this.watches.unreadSince(this.scale.outdatedBefore(), MOST);
	}

}
