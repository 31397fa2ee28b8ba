package io.countersign.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells waiting threads of all replicas that there may be something to do or to see. A
 * wake-up is a hint that may get lost: whoever waits also looks now and then.
 */
@Component
public class WakeUps implements SmartLifecycle {

	private final Map<String, List<Runnable>> waiting = new ConcurrentHashMap<>();

	private final Replicas replicas;

	WakeUps(Replicas replicas) {
		this.replicas = replicas;
	}

	/** Wakes once the transaction at hand has committed, or now where there is none. */
	public void afterCommit(String topic) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			wake(topic);
			return;
		}
		var wakeUp = new AfterCommit(this, topic);
		if (!TransactionSynchronizationManager.getSynchronizations().contains(wakeUp)) {
			TransactionSynchronizationManager.registerSynchronization(wakeUp);
		}
	}

	/**
	 * Calls back on every wake-up, until the answer is closed.
	 * @param waker returns at once
	 */
	public Registration on(String topic, Runnable waker) {
		var wakers = this.waiting.computeIfAbsent(topic, (_) -> new CopyOnWriteArrayList<>());
		wakers.add(waker);
		return () -> wakers.remove(waker);
	}

	private void wake(String topic) {
		wakeHere(topic);
		this.replicas.tell(topic);
	}

	private void wakeHere(String topic) {
		this.waiting.getOrDefault(topic, List.of()).forEach(Runnable::run);
	}

	@Override
	public void start() {
		this.replicas.listen(this::wakeHere, () -> Set.copyOf(this.waiting.keySet()).forEach(this::wakeHere));
	}

	@Override
	public void stop() {
		this.replicas.hangUp();
	}

	@Override
	public boolean isRunning() {
		return this.replicas.isListening();
	}

	/** Ends the calling back. */
	@FunctionalInterface
	public interface Registration extends AutoCloseable {

		@Override
		void close();

	}

	private record AfterCommit(WakeUps wakeUps, String topic) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			this.wakeUps.wake(this.topic);
		}

	}

}
