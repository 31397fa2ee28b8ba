package io.countersign.intake;

import java.util.List;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.countersign.work.Pending;
import io.swagger.v3.oas.annotations.media.Schema;

/** What was seen, and what is still to be done. */
@RestController
@RetainJavadoc
class StatusController {

	private final LedgerCounts ledger;

	private final ObjectProvider<Pending> pending;

	StatusController(LedgerCounts ledger, ObjectProvider<Pending> pending) {
		this.ledger = ledger;
		this.pending = pending;
	}

	/**
	 * Counts what was seen in each mailbox, by state, and the work that is still due.
	 * Work is counted first, so that nothing pending means that the counts stand.
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

	/**
	 * Where the product stands.
	 *
	 * @param mailboxes what was seen in each
	 * @param pending pieces of work of any kind that are due or under way
	 */
	record Status(List<MailboxStatus> mailboxes, long pending) {
	}

	/**
	 * How many messages of a mailbox are in which state.
	 *
	 * @param mailbox its mail address
	 * @param seen all of them
	 * @param inCase part of a case
	 * @param ignored none of our business; their content is forgotten
	 * @param quarantined could not be read, and are kept byte for byte
	 * @param retrying whose reading failed and is due again
	 */
	record MailboxStatus(String mailbox, long seen, @Schema(
			description = "waiting to be read, or for a person on the review list") @JsonProperty("new") long unsettled,
			long inCase, long ignored, long quarantined, long retrying) {

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
