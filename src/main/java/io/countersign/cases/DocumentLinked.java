package io.countersign.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.VersionChains.Place;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/**
 * A file of a case is another version than before, or of another document.
 *
 * @param by whose word it is; nobody's when it was worked out
 */
record DocumentLinked(CaseId caseId, Place place, Optional<PersonId> by, Instant at, Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String actor() {
		return this.by.map(PersonId::value).orElse("system");
	}

	@Override
	public String type() {
		return "document.linked";
	}

	@Override
	public String key() {
		return "linked/%s/%s/%s".formatted(this.place.file().id(), this.place.file().name(), this.at);
	}

	@Override
	public Set<String> words() {
		return Set.of("name", "supersedes_name", "reason");
	}

	@Override
	public Map<String, ?> data() {
		var data = new LinkedHashMap<String, Object>();
		data.put("sha256", this.place.file().id().sha256());
		data.put("name", this.place.file().name());
		data.put("version", this.place.version());
		data.put("supersedes", this.place.previous().map((one) -> one.id().sha256()).orElse(null));
		data.put("supersedes_name", this.place.previous().map(VersionedFile.Key::name).orElse(null));
		data.put("reason", this.place.reason());
		return data;
	}

}
