package io.countersign.identity;

import java.util.LinkedHashMap;
import java.util.Map;

import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/**
 * Somebody's mailbox has said that he is away. The words stay out of the journal, which
 * keeps for ever: they may say why.
 */
record AbsenceNoted(PersonId id, Absence absence, Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "person/" + this.id;
	}

	@Override
	public String type() {
		return "person.away";
	}

	@Override
	public String key() {
		return "away/" + this.absence.message();
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, Object>();
		data.put("address", this.absence.person().value());
		data.put("last_day", this.absence.lastDay().toString());
		data.put("message", this.absence.message());
		this.absence.standIn().ifPresent((standIn) -> data.put("proposed", standIn.value()));
		return data;
	}

}
