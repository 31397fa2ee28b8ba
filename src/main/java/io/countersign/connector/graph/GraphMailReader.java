package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.connector.spi.Bookmark;
import io.countersign.connector.spi.KeptStream;
import io.countersign.connector.spi.OneByOne;
import io.countersign.connector.spi.Unfetched;
import io.countersign.connector.spi.WatchReader;
import io.countersign.intake.Arrival;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Walks the changes of a folder, page by page, and has each new mail received before the
 * bookmark moves. What it reads twice does no harm, for intake knows it.
 */
@ThroughGraph
@Component
class GraphMailReader implements WatchReader {

	private static final Logger log = LoggerFactory.getLogger(GraphMailReader.class);

	private final GraphMail mail;

	private final MailboxTurns turns;

	private final Intake intake;

	private final Unfetched unfetched;

	private final Duration news;

	GraphMailReader(GraphMail mail, MailboxTurns turns, Intake intake, Unfetched unfetched,
			@Value("${countersign.watch.news:7d}") Duration news) {
		this.mail = mail;
		this.turns = turns;
		this.intake = intake;
		this.unfetched = unfetched;
		this.news = news;
	}

	@Override
	public Set<Folder> folders() {
		return EnumSet.of(Folder.INBOX, Folder.SENT);
	}

	@Override
	public void read(Watch watch, Bookmark bookmark) {
		var place = bookmark.place().filter(GraphMailReader::isLink).orElse(null);
		var looked = bookmark.turn(place);
		try {
			walk(watch, bookmark, place, looked);
		}
		catch (StateLost ex) {
			log.atInfo().addKeyValue("watch", watch.id()).log("Graph forgot the place in a folder; it is walked anew");
			walkAnew(watch, bookmark);
		}
	}

	/** A place that an IMAP server gave, before the mailbox moved to Graph, is none. */
	private static boolean isLink(String place) {
		return place.startsWith("http");
	}

	/**
	 * A folder whose place is forgotten faster than it can be walked is read by its list,
	 * which needs no place; it is walked from its beginning the next time.
	 */
	private void walkAnew(Watch watch, Bookmark bookmark) {
		var looked = bookmark.turn(null);
		try {
			walk(watch, bookmark, null, looked);
		}
		catch (StateLost ex) {
			log.atWarn().addKeyValue("watch", watch.id()).log("Graph forgot the place once more; the folder is listed");
			compare(watch, bookmark, null);
			bookmark.finish(null, looked);
		}
	}

	/** In a turn, for the two folders of the mailbox may be read meanwhile. */
	@Override
	public void fetch(Watch watch, String itemId, Runnable goingOn) {
		try {
			this.turns.takeForLong(watch.mailbox(), (keeping) -> {
				receiveAll(watch, itemId, () -> {
					goingOn.run();
					keeping.run();
				});
				return itemId;
			});
		}
		catch (ConnectorException.Gone ex) {
			this.intake.unfetchedIsGone(watch.mailbox(), itemId);
		}
	}

	/** A draft that could not be told from a mail is none after all. */
	private void receiveAll(Watch watch, String itemId, Runnable goingOn) {
		var arrival = this.mail.item(watch.mailbox(), itemId).arrival(watch, this.news);
		if (arrival.preview().isDraft()) {
			this.intake.unfetchedIsGone(watch.mailbox(), itemId);
		}
		this.intake.wanted(List.of(arrival)).forEach((wanted) -> receive(wanted, goingOn));
	}

	@Override
	public void leave(Watch watch, String itemId, String reason) {
		this.intake.unfetchable(watch.mailbox(), itemId, "It could not be fetched from the mailbox: " + reason);
	}

	private void walk(Watch watch, Bookmark bookmark, @Nullable String from, Instant began) {
		var link = from;
		var looked = began;
		while (true) {
			var page = this.mail.delta(watch.mailbox(), watch.folder(), link);
			receive(watch, bookmark, page.changed());
			link = page.link();
			if (page.last()) {
				break;
			}
			looked = bookmark.turn(link);
		}
		if (bookmark.isComparing()) {
			compare(watch, bookmark, link);
		}
		bookmark.finish(link, looked);
	}

	/** Finds what the changes never told of: everything there is, item by item. */
	private void compare(Watch watch, Bookmark bookmark, @Nullable String place) {
		var next = (String) null;
		do {
			var listing = this.mail.list(watch.mailbox(), watch.folder(), next);
			complete(watch, bookmark, listing.ids());
			next = listing.link().orElse(null);
			bookmark.turn(place);
		}
		while (next != null);
	}

	private void receive(Watch watch, Bookmark bookmark, List<GraphItem> changed) {
		var whole = new LinkedHashMap<String, Arrival>();
		var parts = new ArrayList<String>();
		for (var item : changed) {
			if (item.isWhole()) {
				whole.put(item.id(), item.arrival(watch, this.news));
			}
			else {
				parts.add(item.id());
			}
		}
		receiveAll(watch, bookmark, List.copyOf(whole.values()));
		complete(watch, bookmark, parts);
	}

	/** Receives those of the items that are not on record. */
	private void complete(Watch watch, Bookmark bookmark, List<String> ids) {
		oneByOne(watch, bookmark).receive(this.intake.unseen(watch.mailbox(), ids),
				(id) -> complete(watch, id, bookmark::stay),
				(id) -> unfetched(GraphItem.unknown(id).arrival(watch, this.news)));
	}

	private void complete(Watch watch, String id, Runnable goingOn) {
		try {
			receiveAll(watch, id, goingOn);
		}
		catch (ConnectorException.Gone ex) {
			this.intake.unfetchedIsGone(watch.mailbox(), id);
		}
	}

	private void receiveAll(Watch watch, Bookmark bookmark, List<Arrival> page) {
		oneByOne(watch, bookmark).receive(this.intake.wanted(page), (arrival) -> receive(arrival, bookmark::stay),
				this::unfetched);
	}

	/** What waits is in the ledger before the bookmark moves (IN-1). */
	private String unfetched(Arrival arrival) {
		this.intake.receiveUnfetched(arrival);
		return arrival.itemId();
	}

	private OneByOne oneByOne(Watch watch, Bookmark bookmark) {
		return new OneByOne(watch, bookmark, this.unfetched);
	}

	private void receive(Arrival arrival, Runnable goingOn) {
		try (var mime = new KeptStream(this.mail.mime(arrival.mailbox(), arrival.itemId()), goingOn)) {
			this.intake.receive(arrival, mime, goingOn);
		}
		catch (ConnectorException.Gone ex) {
			this.intake.receiveGone(arrival);
		}
		catch (IOException ex) {
			throw new ConnectorException.Doubtful("The mail broke off while it was fetched.", ex);
		}
	}

}
