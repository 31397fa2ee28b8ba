package io.countersign.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The facts of one transaction, gathered until just before it commits: all are written at
 * once, and the heads of their streams are locked last, shortly, and in one order.
 */
final class Unwritten implements TransactionSynchronization {

	private final Consumer<List<Journaled>> writer;

	private final List<Journaled> facts = new ArrayList<>();

	private final Map<Object, Integer> savepoints = new HashMap<>();

	private boolean written;

	private Unwritten(Consumer<List<Journaled>> writer) {
		this.writer = writer;
	}

	/**
	 * @throws IllegalStateException when there is no transaction to be part of
	 */
	static Unwritten ofThisTransaction(Consumer<List<Journaled>> writer) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("A fact is journaled in the transaction of its effect, and there is none");
		}
		for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (synchronization instanceof Unwritten unwritten) {
				return unwritten;
			}
		}
		var unwritten = new Unwritten(writer);
		TransactionSynchronizationManager.registerSynchronization(unwritten);
		return unwritten;
	}

	void add(Journaled fact) {
		if (this.written) {
			this.writer.accept(List.of(fact));
		}
		else {
			this.facts.add(fact);
		}
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.written = true;
		this.writer.accept(this.facts);
	}

	@Override
	public void savepoint(Object savepoint) {
		this.savepoints.put(savepoint, this.facts.size());
	}

	@Override
	public void savepointRollback(Object savepoint) {
		var kept = this.savepoints.get(savepoint);
		if (kept != null) {
			this.facts.subList(kept, this.facts.size()).clear();
		}
	}

}
