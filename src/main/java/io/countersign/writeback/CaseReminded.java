package io.countersign.writeback;

import java.time.LocalDate;
import java.util.Map;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/** Somebody has asked for an answer once more; whoever has the case is told by mail. */
record CaseReminded(CaseId caseId, EmailAddress holder, PersonId by, LocalDate day) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return "holder.reminded";
	}

	@Override
	public String key() {
		return "reminded/%s/%s".formatted(this.holder, this.day);
	}

	@Override
	public String actor() {
		return this.by.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("holder", this.holder.value());
	}

}
