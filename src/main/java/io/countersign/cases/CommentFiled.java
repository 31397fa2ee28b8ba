package io.countersign.cases;

import java.util.Map;
import java.util.Set;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** A comment belongs to the record of its case from now on. */
record CommentFiled(Comment comment, PersonId by, Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.comment.caseId();
	}

	@Override
	public String type() {
		return "note.added";
	}

	@Override
	public String key() {
		return "comment/" + this.comment.id();
	}

	@Override
	public String actor() {
		return this.by.value();
	}

	@Override
	public Set<String> words() {
		return Set.of("note");
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("comment", this.comment.id(), "author", this.comment.author().value(), "note",
				this.comment.words(), "said_at", this.comment.at().toString());
	}

}
