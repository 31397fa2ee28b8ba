package io.countersign.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentRepository.Filled;
import io.countersign.documents.DocumentRepository.Part;
import io.countersign.documents.DocumentRepository.Unread;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a file read and keeps what was found; the files within it have their own turn. */
@Component
class Extraction implements Work {

	/** The scan ends the pause, unless both happen at once; so the first are short. */
	private static final Duration SCAN_PAUSE = Duration.ofMillis(500);

	private static final int MOST_DOUBLINGS = 6;

	/** Until somebody has raised the limit. */
	private static final Duration LARGE_PAUSE = Duration.ofHours(1);

	/** While what was found in a file is taken to its place. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private final DocumentRepository files;

	private final ContentStore contents;

	private final ContentKeys keys;

	private final Documents documents;

	private final ReadingProcesses processes;

	private final Scans scans;

	private final DueRows due;

	private final DueTable table;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Extraction(DocumentRepository files, ContentStore contents, ContentKeys keys, Documents documents,
			ReadingProcesses processes, Scans scans, DueRows due, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.events = events;
		this.files = files;
		this.contents = contents;
		this.keys = keys;
		this.documents = documents;
		this.processes = processes;
		this.scans = scans;
		this.due = due;
		this.table = due.table("document");
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void work(Claim claim) throws IOException {
		var unread = this.files.unread(claim);
		if (unread.isEmpty()) {
			this.table.done(claim);
			return;
		}
		var file = unread.get();
		var blocked = this.scans.blocked(List.of(file.file().id())).get(file.file().id());
		if (blocked == null) {
			read(claim, file);
		}
		else {
			leave(claim, blocked);
		}
	}

	/** What is never cleared is never read. */
	private void leave(Claim claim, Blocked blocked) {
		switch (blocked.reason()) {
			case UNSCANNED -> this.table.postpone(claim,
					SCAN_PAUSE.multipliedBy(1L << Math.min(claim.attempts(), MOST_DOUBLINGS)), blocked.sentence());
			case TOO_LARGE -> this.table.postpone(claim, LARGE_PAUSE, blocked.sentence());
			case INFECTED -> this.files.giveUp(claim, blocked.sentence());
		}
	}

	private void read(Claim claim, Unread file) throws IOException {
		try (var content = this.documents.open(file.file().id(), 0);
				var outcome = this.processes.read(file.file(), file.size(), content)) {
			var print = outcome.problem().isPresent() ? Optional.<TextPrint>empty()
					: Optional.of(TextPrint.of(outcome.text()));
			this.contents.prepare(outcome.files().stream().map(Outcome.Found::content).toList(),
					() -> this.table.keep(claim, KEPT));
			this.transaction.executeWithoutResult((_) -> keep(claim, file, outcome, print));
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.transaction.executeWithoutResult((_) -> {
			this.files.giveUp(claim,
					(reason.endsWith(".") ? reason : "Reading it ended the process that reads files."));
			this.events.publishEvent(new DocumentRead(new DocumentId(claim.id())));
		});
	}

	private void keep(Claim claim, Unread file, Outcome outcome, Optional<TextPrint> print) {
		var remarks = new ArrayList<>(outcome.remarks());
		var taken = fitting(file, outcome.files(), this.files.lock(file.root()), remarks);
		if (!this.files.write(claim, outcome, print, remarks)) {
			return;
		}
		this.contents.add(taken.stream().map(Outcome.Found::content).toList(), true);
		this.scans.want(taken.stream().map((one) -> one.content().id()).toList());
		var parts = new ArrayList<Part>();
		for (var found : taken) {
			parts.add(part(parts.size() + 1, found));
		}
		if (this.files.add(parts.stream().map(Part::file).toList(), file.root(), file.depth() + 1)) {
			this.due.wake("document");
		}
		this.files.addParts(file.file().id(), parts);
		this.keys.share(parts.stream().map((part) -> part.file().id()).toList());
		this.events.publishEvent(new DocumentRead(file.file().id()));
	}

	private List<Outcome.Found> fitting(Unread file, List<Outcome.Found> found, Filled filled, List<String> remarks) {
		var limits = this.processes.limits();
		if (!found.isEmpty() && file.depth() >= limits.depth()) {
			remarks.add("Files are nested more than %d levels deep; what lies deeper was left out."
				.formatted(limits.depth()));
			return List.of();
		}
		var taken = new ArrayList<Outcome.Found>();
		var bytes = filled.bytes();
		for (var one : found) {
			bytes += one.content().size();
			if (filled.files() + taken.size() >= limits.files() || bytes > limits.unpacked().toBytes()) {
				remarks.add("All that lies in the file it came with is too much; %d files were left out."
					.formatted(found.size() - taken.size()));
				return taken;
			}
			taken.add(one);
		}
		return taken;
	}

	private static Part part(int position, Outcome.Found found) {
		var name = FileName.cleaned(found.writtenName()).orElse("file-" + position);
		return new Part(position, new Named(found.content().id(), name, found.declaredType()), found.writtenName(),
				FileName.path(found.path()), found.inline());
	}

}
