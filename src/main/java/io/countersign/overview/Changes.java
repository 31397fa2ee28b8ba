package io.countersign.overview;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.countersign.cases.CaseId;
import io.countersign.cases.CommentSaid;
import io.countersign.identity.AccountBarred;
import io.countersign.journal.Entry;
import io.countersign.journal.JournalTail;
import io.countersign.work.WakeUps;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says which streams of the journal have grown, on whichever machine. One reader of the
 * journal serves all open pages.
 */
@Component
public class Changes implements SmartLifecycle {

	private final Set<Follower> followers = new CopyOnWriteArraySet<>();

	/**
	 * The stream that grows when an account is barred, as that of one that is unlinked.
	 */
	public static final String ACCOUNTS = "account/";

	private static final String TALK = "talk/";

	private final JournalTail tail;

	private final WakeUps wakeUps;

	private volatile boolean running;

	Changes(JournalTail tail, WakeUps wakeUps) {
		this.tail = tail;
		this.wakeUps = wakeUps;
	}

	/** Follows one case, also what people of it say to each other. */
	public Follower follow(CaseId id) {
		var talk = new AtomicReference<Follower>();
		var registration = this.wakeUps.on(TALK + id,
				() -> Optional.ofNullable(talk.get()).ifPresent((follower) -> follower.tell(Set.of("case/" + id))));
		var follower = follow(registration::close);
		talk.set(follower);
		return follower;
	}

	/** Informal words are in no journal. */
	@EventListener
	void said(CommentSaid said) {
		this.wakeUps.afterCommit(TALK + said.caseId());
	}

	/** What the directory says of people is in no journal. */
	@EventListener
	void barred(AccountBarred barred) {
		this.wakeUps.afterCommit(ACCOUNTS);
	}

	/** Follows everything from now on, until it is closed. */
	public Follower follow() {
		return follow(() -> {
		});
	}

	private Follower follow(Runnable afterwards) {
		var follower = new Follower();
		var registration = this.tail.follow((entries) -> follower
			.tell(entries.stream().map(Entry::stream).collect(Collectors.toUnmodifiableSet())));
		var ofAccounts = this.wakeUps.on(ACCOUNTS, () -> follower.tell(Set.of(ACCOUNTS)));
		this.followers.add(follower);
		follower.afterwards(() -> {
			this.followers.remove(follower);
			registration.close();
			ofAccounts.close();
			afterwards.run();
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
