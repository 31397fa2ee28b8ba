package io.countersign.connector;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.journal.Journaled;

/** An admin has said which folders of a mailbox are read. */
record WatchSet(EmailAddress mailbox, Set<Folder> folders, String actor) implements Journaled {

	WatchSet {
		folders = Set.copyOf(folders);
	}

	@Override
	public String stream() {
		return "watch/" + this.mailbox;
	}

	@Override
	public String type() {
		return "watch.set";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("mailbox", this.mailbox.value(), "folders",
				this.folders.stream().map(Folder::word).sorted().toList());
	}

}
