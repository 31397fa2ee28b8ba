package io.countersign.connector.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.documents.ContentsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives items one after another. One that fails holds up no other: those behind it
 * come first, and what is refused, fails again and again, or is too large while the store
 * of large files is away, waits by itself. The first failures may be the mailbox's and
 * not the item's.
 */
public final class OneByOne {

	private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

	private final Watch watch;

	private final Bookmark bookmark;

	private final Unfetched unfetched;

	public OneByOne(Watch watch, Bookmark bookmark, Unfetched unfetched) {
		this.watch = watch;
		this.bookmark = bookmark;
		this.unfetched = unfetched;
	}

	/**
	 * @param put keeps what waits, and answers its id
	 * @throws ConnectorException.Doubtful when an item failed that may not be at fault
	 */
	public <T> void receive(List<T> items, Consumer<T> receiving, Function<T, String> put) {
		var failed = Optional.<ConnectorException>empty();
		for (var item : items) {
			this.bookmark.stay();
			try {
				receiving.accept(item);
			}
			catch (ConnectorException.Refused | ContentsAway ex) {
				aside(put.apply(item), ex);
			}
			catch (ConnectorException.Doubtful ex) {
				if (this.bookmark.hasFailedOften()) {
					aside(put.apply(item), ex);
				}
				else {
					failed = Optional.of(ex);
				}
			}
		}
		if (failed.isPresent()) {
			throw failed.get();
		}
	}

	private void aside(String itemId, RuntimeException failure) {
		log.atWarn()
			.addKeyValue("watch", this.watch.id())
			.addKeyValue("reason", failure.getMessage())
			.log("A mail could not be fetched and waits by itself");
		this.unfetched.later(this.watch.id(), itemId);
	}

}
