package io.countersign.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.work.DueRows;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which files are blocked. Without a scanner none is; with one all that it has not
 * cleared.
 */
@Component
@EnableConfigurationProperties(ScanProperties.class)
class Scans {

	private static final int DEEPEST = 10;

	private final ScanRepository scans;

	private final ObjectProvider<MailFiles> mails;

	private final DueRows due;

	private final boolean on;

	Scans(ScanRepository scans, ObjectProvider<MailFiles> mails, DueRows due, ScanProperties properties) {
		this.scans = scans;
		this.mails = mails;
		this.due = due;
		this.on = properties.scanner().isPresent();
	}

	/**
	 * These stored files are to be scanned, in the transaction of the caller; each once.
	 */
	void want(Collection<DocumentId> files) {
		if (this.on && !files.isEmpty()) {
			this.scans.add(files);
			this.due.wake("scan");
		}
	}

	Map<DocumentId, Blocked> blocked(Collection<DocumentId> files) {
		if (!this.on || files.isEmpty()) {
			return Map.of();
		}
		var brought = new HashMap<DocumentId, Set<DocumentId>>();
		this.mails.forEach((mail) -> brought.putAll(mail.broughtBy(files)));
		var all = new HashSet<>(files);
		brought.values().forEach(all::addAll);
		var own = own(all);
		var blocked = new HashMap<DocumentId, Blocked>();
		for (var file : files) {
			Optional.ofNullable(own.get(file))
				.or(() -> ofItsMail(brought.getOrDefault(file, Set.of()), own))
				.ifPresent((reason) -> blocked.put(file, reason));
		}
		return blocked;
	}

	Map<DocumentId, String> infected(Collection<DocumentId> files) {
		return (this.on && !files.isEmpty()) ? this.scans.infected(files) : Map.of();
	}

	private static Optional<Blocked> ofItsMail(Set<DocumentId> brought, Map<DocumentId, Blocked> own) {
		return brought.stream()
			.flatMap((one) -> Optional.ofNullable(own.get(one)).stream())
			.min((one, other) -> Boolean.compare(other.reason() == Blocked.Reason.INFECTED,
					one.reason() == Blocked.Reason.INFECTED))
			.map(Blocked::ofItsMail);
	}

	private Map<DocumentId, Blocked> own(Collection<DocumentId> files) {
		var rows = this.scans.rows(files);
		var within = this.scans.infectedWithin(files, DEEPEST);
		var blocked = new HashMap<DocumentId, Blocked>();
		for (var file : List.copyOf(files)) {
			Optional.ofNullable(rows.get(file))
				.map(Scans::reason)
				.orElseGet(() -> Optional.of(Blocked.unscanned(false)))
				.or(() -> Optional.ofNullable(within.get(file)).map(Blocked::infectedWithin))
				.ifPresent((reason) -> blocked.put(file, reason));
		}
		return blocked;
	}

	private static Optional<Blocked> reason(ScanRepository.Row row) {
		return switch (row.state()) {
			case CLEAN -> Optional.empty();
			case WAITING -> Optional.of(Blocked.unscanned(row.away()));
			case INFECTED -> Optional.of(Blocked.infected(row.found().orElse("")));
			case TOO_LARGE -> Optional.of(Blocked.tooLarge());
		};
	}

}
