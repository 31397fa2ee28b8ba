package io.countersign.connector.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.Objects;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.connector.spi.Bookmark;
import io.countersign.connector.spi.KeptStream;
import io.countersign.connector.spi.OneByOne;
import io.countersign.connector.spi.Unfetched;
import io.countersign.connector.spi.WatchReader;
import io.countersign.intake.Arrival;
import io.countersign.intake.Filing;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Preview;
import io.countersign.journal.Mode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Walks a folder by the numbers of its mails, and has each new one received before the
 * bookmark moves. What it reads twice does no harm, for intake knows it.
 */
@ThroughMail
@Component
class MailFolderReader implements WatchReader {

	private static final int PAGE = 100;

	/** A larger mail is taken in without a look at it first. */
	private static final int SMALL = 1 << 18;

	private final MailServers servers;

	private final MailPreview previews;

	private final Intake intake;

	private final Unfetched unfetched;

	private final Duration news;

	MailFolderReader(MailServers servers, MailPreview previews, Intake intake, Unfetched unfetched,
			@Value("${countersign.watch.news:7d}") Duration news) {
		this.servers = servers;
		this.previews = previews;
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
		var looked = bookmark.turn(bookmark.place().orElse(null));
		try (var mailbox = this.servers.open(watch.mailbox())) {
			var place = walk(watch, bookmark, mailbox.examine(watch.folder()));
			bookmark.finish(place.toString(), looked);
		}
	}

	@Override
	public void fetch(Watch watch, String itemId, Runnable goingOn) {
		try (var mailbox = this.servers.open(watch.mailbox())) {
			mailbox.examine(watch.folder())
				.find(itemId)
				.filter((item) -> !item.draft())
				.ifPresentOrElse((item) -> receive(watch, item, goingOn),
						() -> this.intake.unfetchedIsGone(watch.mailbox(), itemId));
		}
	}

	@Override
	public void leave(Watch watch, String itemId, String reason) {
		this.intake.unfetchable(watch.mailbox(), itemId, "It could not be fetched from the mailbox: " + reason);
	}

	/**
	 * A comparison is a walk from the beginning in which what is known is passed over.
	 */
	private FolderPlace walk(Watch watch, Bookmark bookmark, WatchedFolder folder) {
		var place = FolderPlace.in(folder.validity(), bookmark.place());
		var mails = folder.behind(bookmark.isComparing() ? 0 : place.uid());
		for (var start = 0; start < mails.size(); start += PAGE) {
			var page = folder.items(mails.subList(start, Math.min(start + PAGE, mails.size())));
			receive(watch, bookmark, page);
			for (var item : page) {
				place = place.reaching(item.uid());
			}
			bookmark.turn(place.toString());
		}
		return place;
	}

	private void receive(Watch watch, Bookmark bookmark, List<WatchedItem> page) {
		var items = new LinkedHashMap<String, WatchedItem>();
		page.stream().filter((item) -> !item.draft()).forEach((item) -> items.put(item.id(), item));
		var unseen = this.intake.unseen(watch.mailbox(), List.copyOf(items.keySet()));
		new OneByOne(watch, bookmark, this.unfetched).receive(
				unseen.stream().map((id) -> Objects.requireNonNull(items.get(id))).toList(),
				(item) -> receive(watch, item, bookmark::stay), (item) -> {
					this.intake.receiveUnfetched(arrival(watch, item, MailPreview.NONE));
					return item.id();
				});
	}

	private void receive(Watch watch, WatchedItem item, Runnable goingOn) {
		try (var mime = new KeptStream(item.open(), goingOn)) {
			receive(watch, item, mime, goingOn);
		}
		catch (IOException ex) {
			var fault = MailFault.said(watch.mailbox(), ex);
			if (!(fault instanceof ConnectorException.Gone)) {
				throw fault;
			}
			this.intake.receiveGone(arrival(watch, item, MailPreview.NONE));
		}
		catch (ConnectorException.Gone ex) {
			this.intake.receiveGone(arrival(watch, item, MailPreview.NONE));
		}
	}

	/**
	 * One that fits into memory is looked into first, and asked for only once. Of one in
	 * Sent the beginning is, for its header.
	 */
	private void receive(Watch watch, WatchedItem item, InputStream mime, Runnable goingOn) throws IOException {
		var head = mime.readNBytes(SMALL);
		var whole = head.length < SMALL;
		var looked = (whole || watch.folder() == Folder.SENT) ? this.previews.of(head) : Optional.<Preview>empty();
		var preview = looked.filter((_) -> whole);
		var delivered = looked.map((one) -> Filing.isDelivered(one.headers())).orElse(true);
		var arrival = arrival(watch, item, preview.orElse(MailPreview.NONE))
			.filed(new Filing(watch.readAt(), delivered));
		if (preview.isEmpty() || !this.intake.wanted(List.of(arrival)).isEmpty()) {
			this.intake.receive(arrival, new SequenceInputStream(new ByteArrayInputStream(head), mime), goingOn);
		}
	}

	/**
	 * A server tells no time of its own, so what we last saw has to bind what it says.
	 */
	private Arrival arrival(Watch watch, WatchedItem item, Preview preview) {
		var mode = item.receivedAt().isBefore(watch.since().minus(this.news)) ? Mode.BACKFILL : Mode.LIVE;
		return new Arrival(watch.mailbox(), watch.folder(), item.id(), item.receivedAt(), preview, mode,
				new Filing(watch.readAt(), true));
	}

}
