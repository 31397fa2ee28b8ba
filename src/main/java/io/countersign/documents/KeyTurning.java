package io.countersign.documents;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.countersign.documents.vault.MasterKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys keys of arrival after a day, so that what was filed since is opened by the
 * keys of its cases alone; and has the newest master key wrap what another one has.
 */
final class KeyTurning {

	private static final Logger log = LoggerFactory.getLogger(KeyTurning.class);

	private static final Duration STANDS = Duration.ofDays(1);

	private static final int BATCH = 500;

	private final ContentKeyRepository keys;

	private final ContentKeys contents;

	private final MasterKeys masters;

	private final TransactionTemplate transaction;

	KeyTurning(ContentKeyRepository keys, ContentKeys contents, MasterKeys masters, TransactionTemplate transaction) {
		this.keys = keys;
		this.contents = contents;
		this.masters = masters;
		this.transaction = transaction;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void turn() {
		this.contents.refresh();
		turn(STANDS);
		rewrap();
	}

	void turn(Duration age) {
		this.keys.arrivalsOlderThan(age)
			.forEach((key) -> this.transaction.executeWithoutResult((_) -> this.contents.turn(key)));
	}

	void rewrap() {
		var rewrapped = 0;
		for (var some = rewrapSome(); some > 0; some = rewrapSome()) {
			rewrapped += some;
		}
		if (rewrapped > 0) {
			log.atInfo()
				.addKeyValue("keys", rewrapped)
				.addKeyValue("left", this.keys.countNotWrappedBy(this.masters.newest()))
				.log("The newest master key has wrapped what another one had");
		}
	}

	private int rewrapSome() {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			var old = this.keys.notWrappedBy(this.masters.newest(), BATCH);
			for (var row : old) {
				var key = this.masters.unwrap(row.master(), row.wrapped(), row.id());
				this.keys.rewrap(new ContentKeyRepository.Row(row.id(), this.masters.newest(),
						this.masters.wrap(key, row.id())));
			}
			return old.size();
		}));
	}

}
