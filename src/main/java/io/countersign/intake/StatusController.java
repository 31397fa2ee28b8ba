package io.countersign.intake;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.countersign.work.Pending;

@RestController
class StatusController {

	private final LedgerCounts ledger;

	private final ObjectProvider<Pending> pending;

	StatusController(LedgerCounts ledger, ObjectProvider<Pending> pending) {
		this.ledger = ledger;
		this.pending = pending;
	}

	/**
	 * What was seen in each mailbox, by state, and how much work of any kind is still
	 * due. Work is counted first, so that nothing pending means that the counts stand.
	 */
	@GetMapping("/api/v1/status")
	Status status() {
		var pending = this.pending.stream().mapToLong(Pending::pending).sum();
		var mailboxes = this.ledger.all()
			.entrySet()
			.stream()
			.map((entry) -> MailboxStatus.of(entry.getKey(), entry.getValue()))
			.toList();
		return new Status(mailboxes, pending);
	}

	record Status(List<MailboxStatus> mailboxes, long pending) {
	}

	record MailboxStatus(String mailbox, long seen, @JsonProperty("new") long unsettled, long inCase, long ignored,
			long quarantined, long retrying) {

		static MailboxStatus of(String mailbox, Map<String, Long> counts) {
			return new MailboxStatus(mailbox, counts.values().stream().mapToLong(Long::longValue).sum(),
					count(counts, MessageState.NEW), count(counts, MessageState.IN_CASE),
					count(counts, MessageState.IGNORED), count(counts, MessageState.QUARANTINED),
					count(counts, MessageState.RETRYING));
		}

		private static long count(Map<String, Long> counts, MessageState state) {
			return counts.getOrDefault(state.word(), 0L);
		}

	}

}
