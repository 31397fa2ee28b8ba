package io.countersign.documents;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;

import io.countersign.documents.scan.Clamd;
import io.countersign.documents.scan.ScanResult;
import io.countersign.documents.scan.ScannerUnavailable;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a file scanned and keeps what is said of it. While the scanner is away the file
 * stays blocked and is due again; nothing is ever given up.
 */
final class Scanning implements Work {

	private static final Logger log = LoggerFactory.getLogger(Scanning.class);

	private static final long SCATTERED_MILLIS = 500;

	private final ScanRepository scans;

	private final Documents documents;

	private final Clamd scanner;

	private final long largest;

	private final DueRows due;

	private final DueTable table;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Outage outage;

	Scanning(ScanRepository scans, Documents documents, Clamd scanner, long largest, DueRows due,
			ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
		this.scans = scans;
		this.documents = documents;
		this.scanner = scanner;
		this.largest = largest;
		this.due = due;
		this.table = due.table("scan");
		this.events = events;
		this.transaction = transaction;
		this.outage = new Outage(clock);
	}

	@Override
	public void work(Claim claim) throws IOException {
		var file = this.scans.unscanned(claim);
		var rest = this.outage.rest();
		if (file.isEmpty()) {
			this.table.done(claim);
		}
		else if (file.get().size() > this.largest) {
			keep(claim, file.get().id(), new ScanResult.TooLarge());
		}
		else if (rest.isPresent()) {
			later(claim, rest.get(), "It waits until the virus scanner answers again.");
		}
		else {
			scan(claim, file.get());
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.again(claim, Duration.ofMinutes(1));
	}

	private void scan(Claim claim, Document file) throws IOException {
		try (var content = this.documents.open(file.id(), 0)) {
			var result = this.scanner.scan(content);
			if (this.outage.ends()) {
				log.atInfo().log("The virus scanner answers again");
			}
			keep(claim, file.id(), result);
		}
		catch (ScannerUnavailable ex) {
			if (this.outage.begins()) {
				log.atWarn().setCause(ex).log("The virus scanner cannot be asked; new files stay blocked until it can");
			}
			later(claim, this.outage.rest().orElse(Duration.ZERO), String.valueOf(ex.getMessage()));
		}
	}

	private void later(Claim claim, Duration rest, String reason) {
		this.table.postpone(claim, rest.plusMillis(ThreadLocalRandom.current().nextLong(SCATTERED_MILLIS)), reason);
	}

	private void keep(Claim claim, DocumentId file, ScanResult result) {
		this.transaction.executeWithoutResult((_) -> {
			if (!this.scans.write(claim, result)) {
				return;
			}
			this.scans.readNow(file);
			this.due.wake("document");
			switch (result) {
				case ScanResult.Clean _ -> log.atDebug().addKeyValue("file", file).log("A file is cleared");
				case ScanResult.Infected infected -> {
					log.atWarn().addKeyValue("file", file).log("A file is infected and stays blocked");
					this.events.publishEvent(
							new InfectedFound(file, new HashSet<>(this.scans.around(file)), infected.found()));
				}
				case ScanResult.TooLarge _ ->
					log.atWarn().addKeyValue("file", file).log("A file is too large to be scanned and stays blocked");
			}
		});
	}

}
