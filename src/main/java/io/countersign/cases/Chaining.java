package io.countersign.cases;

import java.util.Optional;

import io.countersign.documents.CopyKept;
import io.countersign.documents.DocumentRead;
import io.countersign.intake.MessageId;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a text or a copy that has become known says of the versions in the cases it is in.
 */
@Component
class Chaining implements Work {

	private final ChainRepository chains;

	private final CaseRepository cases;

	private final DocumentChains documents;

	private final CloudCopies copies;

	private final VersionDoubts doubts;

	private final DueRows due;

	private final DueTable table;

	Chaining(ChainRepository chains, CaseRepository cases, DocumentChains documents, CloudCopies copies,
			VersionDoubts doubts, DueRows due) {
		this.copies = copies;
		this.chains = chains;
		this.cases = cases;
		this.documents = documents;
		this.doubts = doubts;
		this.due = due;
		this.table = due.table("case_chain");
	}

	@EventListener
	void on(DocumentRead read) {
		if (this.chains.due(read.document())) {
			this.due.wake("case_chain");
		}
	}

	@EventListener
	void on(CopyKept kept) {
		if (this.chains.due(new MessageId(kept.origin()))) {
			this.due.wake("case_chain");
		}
	}

	/** When another text has become known meanwhile, it stays due. */
	@Override
	@Transactional
	public void work(Claim claim) {
		var locked = this.cases.lock(new CaseId(claim.id()));
		this.copies.take(locked.id());
		this.documents.arrange(locked.id(), locked.opened(), Optional.empty());
		this.doubts.raise(locked, Optional.empty());
		this.table.done(claim);
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.park(claim, reason);
	}

}
