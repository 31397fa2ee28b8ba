package io.countersign.connector;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.connector.spi.WatchKept;
import io.countersign.connector.spi.WatchLeft;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.ReadingProgress;
import io.countersign.intake.ResyncWanted;
import io.countersign.work.DueRows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes we read, folder by folder. */
@Service
public class Watches {

	private final WatchRepository repository;

	private final ReadingProgress progress;

	private final Intake intake;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	Watches(WatchRepository repository, ReadingProgress progress, Intake intake, DueRows due,
			ApplicationEventPublisher events) {
		this.intake = intake;
		this.repository = repository;
		this.progress = progress;
		this.due = due;
		this.events = events;
	}

	/** All watches, by mailbox and folder. */
	public List<Watch> all() {
		return this.repository.all();
	}

	/**
	 * Those not read since then, the longest unread first; one that has never been read
	 * counts from its beginning.
	 */
	public List<Watch> unreadSince(Instant time, int limit) {
		return this.repository.unreadSince(time, limit);
	}

	/** The watches of one mailbox; empty when it is not watched. */
	public List<Watch> of(EmailAddress mailbox) {
		return this.repository.of(List.of(mailbox.value()));
	}

	/** Watches exactly these folders of the mailbox from now on. */
	@Transactional
	public List<Watch> put(EmailAddress mailbox, Set<Folder> folders, String actor) {
		var watched = EnumSet.noneOf(Folder.class);
		this.repository.hold(mailbox).forEach((watch) -> watched.add(watch.folder()));
		if (!watched.equals(folders)) {
			watched.stream().filter((folder) -> !folders.contains(folder)).forEach((folder) -> end(mailbox, folder));
			this.repository.keepOnly(mailbox, folders);
			folders.stream().filter((folder) -> !watched.contains(folder)).forEach((folder) -> begin(mailbox, folder));
			this.events.publishEvent(new WatchSet(mailbox, folders, actor));
		}
		return of(mailbox);
	}

	/** Stops to read the mailbox; what was read stays. Answers false when it was not. */
	@Transactional
	public boolean remove(EmailAddress mailbox, String actor) {
		return !of(mailbox).isEmpty() && put(mailbox, EnumSet.noneOf(Folder.class), actor).isEmpty();
	}

	public Optional<Watch> find(String id) {
		return this.repository.find(id);
	}

	/** Something may be new there: a hint and nothing else. */
	public void hint(Collection<String> ids) {
		this.repository.hint(ids);
		this.due.wake("watch");
	}

	/** Something may have been missed there: the folders are compared with the ledger. */
	public void compare(Collection<String> ids) {
		this.repository.compare(ids);
		this.due.wake("watch");
	}

	@EventListener
	void on(ResyncWanted wanted) {
		compare(List.of(id(wanted.mailbox(), wanted.folder())));
	}

	static String id(EmailAddress mailbox, Folder folder) {
		return mailbox.value() + "/" + folder.word();
	}

	private void end(EmailAddress mailbox, Folder folder) {
		this.events.publishEvent(new WatchLeft(id(mailbox, folder)));
		this.progress.ends(mailbox, folder);
		this.intake.leaveUnfetched(mailbox, folder);
	}

	private void begin(EmailAddress mailbox, Folder folder) {
		var id = id(mailbox, folder);
		this.repository.insert(id, mailbox, folder);
		this.progress.begins(mailbox, folder);
		this.events.publishEvent(new WatchKept(id));
		this.due.wake("watch");
	}

}
