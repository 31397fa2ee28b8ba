package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.connector.spi.Bookmark;
import io.countersign.connector.spi.WatchReader;
import io.countersign.intake.Arrival;
import io.countersign.intake.ChatItem;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.journal.Mode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Walks the changes in all chats of a person, page by page, and has each new message
 * received before the bookmark moves. None is left for later: what an answer belongs to
 * is known only when everything before it is on record.
 */
@ThroughGraph
@Component
class GraphChatReader implements WatchReader {

	private static final Logger log = LoggerFactory.getLogger(GraphChatReader.class);

	private static final String MARKED = "Only reactions or marks beside its words are new: a signal and no verdict.";

	private static final byte[] NO_CHAT = { '{', '}' };

	private final GraphChats chats;

	private final Intake intake;

	private final Duration news;

	GraphChatReader(GraphChats chats, Intake intake, @Value("${countersign.watch.news:7d}") Duration news) {
		this.chats = chats;
		this.intake = intake;
		this.news = news;
	}

	@Override
	public Set<Folder> folders() {
		return EnumSet.of(Folder.CHATS);
	}

	@Override
	public void read(Watch watch, Bookmark bookmark) {
		var looked = bookmark.turn(bookmark.place().orElse(null));
		try {
			walk(watch, bookmark, bookmark.isComparing() ? null : bookmark.place().orElse(null), looked);
		}
		catch (StateLost ex) {
			log.atInfo()
				.addKeyValue("watch", watch.id())
				.log("Graph forgot the place in the chats; they are read anew");
			walk(watch, bookmark, null, bookmark.turn(null));
		}
	}

	/** Never called: nothing of a chat is put aside. */
	@Override
	public void fetch(Watch watch, String itemId, Runnable goingOn) {
		throw new ConnectorException.Gone("A message of a chat is not fetched by itself.");
	}

	/** Never called: nothing of a chat is put aside. */
	@Override
	public void leave(Watch watch, String itemId, String reason) {
		this.intake.unfetchable(watch.mailbox(), itemId, reason);
	}

	private void walk(Watch watch, Bookmark bookmark, @Nullable String from, Instant began) {
		var known = new HashMap<String, byte[]>();
		var link = from;
		var looked = began;
		while (true) {
			var page = this.chats.delta(watch.mailbox(), link);
			receive(watch, bookmark, page.messages(), known);
			link = page.link();
			if (page.last()) {
				break;
			}
			looked = bookmark.turn(link);
		}
		bookmark.finish(link, looked);
	}

	/** In the order in which they were written. */
	private void receive(Watch watch, Bookmark bookmark, List<byte[]> page, Map<String, byte[]> known) {
		var items = new HashMap<String, ChatItem>();
		var arrivals = page.stream()
			.flatMap((json) -> ChatItem.of(json).stream())
			.sorted(Comparator.comparing(ChatItem::createdAt))
			.map((item) -> {
				items.put(item.itemId(), item);
				return arrival(watch, item);
			})
			.toList();
		if (arrivals.size() < page.size()) {
			log.atWarn()
				.addKeyValue("watch", watch.id())
				.addKeyValue("count", page.size() - arrivals.size())
				.log("Rows that are no messages of a chat were passed over");
		}
		for (var arrival : this.intake.wanted(arrivals)) {
			bookmark.stay();
			Optional.ofNullable(items.get(arrival.itemId())).ifPresent((item) -> receive(arrival, item, known));
		}
	}

	private void receive(Arrival arrival, ChatItem item, Map<String, byte[]> known) {
		var leave = item.ruledOut()
			.or(() -> this.intake.isOnlyMarked(arrival.mailbox(), item) ? Optional.of(MARKED) : Optional.empty());
		if (leave.isPresent()) {
			this.intake.leave(arrival, leave.get());
			return;
		}
		var chat = known.computeIfAbsent(item.chatId(), (id) -> this.chats.chat(arrival.mailbox(), id).orElse(NO_CHAT));
		try {
			this.intake.receive(arrival, item, chat);
		}
		catch (IOException ex) {
			throw new ConnectorException.Doubtful("A message of a chat could not be stored.", ex);
		}
	}

	private Arrival arrival(Watch watch, ChatItem item) {
		var mode = item.createdAt().isBefore(watch.since().minus(this.news)) ? Mode.BACKFILL : Mode.LIVE;
		var preview = new Preview("", Optional.empty(), Optional.empty(), List.of(), List.of(), Threading.NONE,
				Optional.of(item.chatId()), List.of(), Content.NONE, false, false, Optional.of(item.createdAt()));
		return new Arrival(watch.mailbox(), watch.folder(), item.itemId(), item.createdAt(), preview, mode);
	}

}
