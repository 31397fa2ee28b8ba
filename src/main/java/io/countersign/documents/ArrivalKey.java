package io.countersign.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.countersign.documents.vault.Key;
import io.countersign.documents.vault.MasterKeys;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key for what arrives and is in no case yet: each process has one of its own, so
 * that no two wait for the same row, and a new one twice a day.
 */
final class ArrivalKey {

	/** Half as long as one may stand in the database. */
	private static final Duration USED = Duration.ofHours(12);

	private final ContentKeyRepository keys;

	private final MasterKeys masters;

	private final Clock clock;

	private final TransactionTemplate apart;

	private volatile Used used;

	private volatile boolean lost;

	ArrivalKey(ContentKeyRepository keys, MasterKeys masters, Clock clock, PlatformTransactionManager transactions) {
		this.keys = keys;
		this.masters = masters;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.used = make();
	}

	/** A key that is in the database, with its name there. */
	record Used(String id, Key key, Instant madeAt) {
	}

	Used get() {
		return this.used;
	}

	/** Asked before a transaction begins: a new one when this one is old or gone. */
	void refresh() {
		if (this.lost || this.used.madeAt().plus(USED).isBefore(this.clock.instant())) {
			renew(this.used);
		}
	}

	/** The database does not know this one any more, or may not. */
	void lost() {
		this.lost = true;
	}

	/** It is used no more when this returns. */
	void leave(String id) {
		var current = this.used;
		if (current.id().equals(id)) {
			renew(current);
		}
	}

	private synchronized void renew(Used old) {
		if (this.used == old) {
			this.used = make();
			this.lost = false;
		}
	}

	private Used make() {
		var made = new Used("arrival/" + UUID.randomUUID(), Key.random(), this.clock.instant());
		var row = new ContentKeyRepository.Row(made.id(), this.masters.newest(),
				this.masters.wrap(made.key(), made.id()));
		this.apart.executeWithoutResult((_) -> this.keys.insert(row));
		return made;
	}

}
