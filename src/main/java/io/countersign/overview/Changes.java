package io.countersign.overview;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;

import io.countersign.journal.Entry;
import io.countersign.journal.JournalTail;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says which streams of the journal have grown, on whichever machine. One reader of the
 * journal serves all open pages.
 */
@Component
public class Changes implements SmartLifecycle {

	private final Set<Follower> followers = new CopyOnWriteArraySet<>();

	private final JournalTail tail;

	private volatile boolean running;

	Changes(JournalTail tail) {
		this.tail = tail;
	}

	/** Follows from now on, until it is closed. */
	public Follower follow() {
		var follower = new Follower();
		var registration = this.tail.follow((entries) -> follower
			.tell(entries.stream().map(Entry::stream).collect(Collectors.toUnmodifiableSet())));
		this.followers.add(follower);
		follower.afterwards(() -> {
			this.followers.remove(follower);
			registration.close();
		});
		if (!this.running) {
			follower.close();
		}
		return follower;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Lets open pages go, so that the server need not wait for them. */
	@Override
	public void stop() {
		this.running = false;
		this.followers.forEach(Follower::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
