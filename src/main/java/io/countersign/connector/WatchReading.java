package io.countersign.connector;

import java.time.Duration;

import io.countersign.intake.ReadingProgress;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has one claimed watch read by the reader of its kind. */
@Component
class WatchReading implements Work {

	private static final Logger log = LoggerFactory.getLogger(WatchReading.class);

	/** A right that is granted takes up to two hours to work. */
	private static final Duration ASK_AGAIN = Duration.ofMinutes(15);

	/** From then on nobody knows what a folder has missed (WH-5). */
	static final Duration GAP = Duration.ofMinutes(15);

	private final WatchRepository repository;

	private final WatchReaders readers;

	private final ReadingProgress progress;

	private final TransactionOperations transaction;

	private final WatchProperties properties;

	private final DueTable table;

	WatchReading(WatchRepository repository, WatchReaders readers, ReadingProgress progress,
			TransactionOperations transaction, WatchProperties properties, DueRows due) {
		this.repository = repository;
		this.readers = readers;
		this.progress = progress;
		this.transaction = transaction;
		this.properties = properties;
		this.table = due.table("watch");
	}

	@Override
	public void work(Claim claim) {
		var begun = this.repository.begin(claim, GAP);
		if (begun.filter((one) -> one.rest().isPositive()).isPresent()) {
			this.table.postpone(claim, begun.get().rest(), "The mailbox is left alone for a while.");
		}
		else {
			begun.ifPresent((one) -> read(claim, one));
		}
	}

	private void read(Claim claim, WatchRepository.Begun begun) {
		var watch = begun.watch();
		try {
			this.readers.of(watch)
				.read(watch, new ClaimedReading(this.repository, this.progress, this.transaction, this.properties,
						claim, begun));
		}
		catch (LostClaim ex) {
			log.atInfo().addKeyValue("watch", watch.id()).log("Another process reads this watch by now");
		}
		catch (ConnectorException.Busy ex) {
			this.repository.rest(watch.mailbox(), ex.retryAfter());
			throw ex;
		}
		catch (ConnectorException.Refused | ConnectorException.Gone ex) {
			log.atWarn().addKeyValue("watch", watch.id()).addKeyValue("reason", ex.getMessage()).log("Watch refused");
			this.table.postpone(claim, ASK_AGAIN, String.valueOf(ex.getMessage()));
		}
	}

	/** Never called: a watch stands for a place and is read for ever. */
	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.postpone(claim, ASK_AGAIN, reason);
	}

}
