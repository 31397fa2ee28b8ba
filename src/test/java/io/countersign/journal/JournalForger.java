package io.countersign.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who owns the tables and knows the product: he writes the journal anew from one
 * entry on, so that every hash, every chain and every root fits again.
 */
final class JournalForger {

	private final Facts facts;

	JournalForger(Facts facts) {
		this.facts = facts;
	}

	/** The heads get notes in this form. */
	void writeAnew(int from, Function<SignedNote, String> form) {
		var entries = entriesAnew(from);
		try (var heads = this.facts.heads.all()) {
			heads.toList()
				.stream()
				.filter((head) -> head.size() > from)
				.forEach((head) -> replace(head, entries, form));
		}
	}

	/** He takes the heads away, and the product makes and signs others. */
	void letThemBeSealedAgain(int from) {
		entriesAnew(from);
		this.facts.database.sql("delete from tree_head where size > :from").param("from", from).update();
		this.facts.growing.grow();
	}

	/** Nothing of the journal's end is left. */
	void cutOff(int from) {
		this.facts.database.sql("delete from tree_head where size > :from").param("from", from).update();
		this.facts.database
			.sql("delete from entry where (transaction, position) > (select transaction, position from tree_head "
					+ "union all select '0'::xid8, 0 order by 1 desc, 2 desc limit 1)")
			.update();
		this.facts.database.sql("""
				delete from stream_head where stream not in (select stream from entry)""").update();
		this.facts.database.sql("""
				update stream_head set (sequence, hash) = (
					select sequence, hash from entry where entry.stream = stream_head.stream
					order by sequence desc limit 1)""").update();
	}

	private List<String> entriesAnew(int from) {
		var all = this.facts.entries.until(this.facts.heads.last().until()).toList();
		var last = new HashMap<String, String>();
		for (var index = 0; index < all.size(); index++) {
			var entry = all.get(index);
			var hash = (index < from) ? entry.hash() : anew(entry, index == from, last);
			last.put(entry.stream(), hash);
		}
		last.forEach(
				(stream, hash) -> this.facts.database.sql("update stream_head set hash = :hash where stream = :stream")
					.param("hash", hash)
					.param("stream", stream)
					.update());
		return this.facts.entries.leavesUntil(this.facts.heads.last().until()).map(Leaf::hash).toList();
	}

	private String anew(Entry entry, boolean forged, Map<String, String> last) {
		var actor = forged ? "p_forger" : entry.actor();
		var previous = Optional.ofNullable(last.get(entry.stream())).orElse(Seal.GENESIS);
		var hash = Seal.of(entry.stream(), entry.sequence(), entry.type(), entry.eventId(), entry.at(), actor,
				entry.mode(), entry.said().sealed(), previous);
		this.facts.database
			.sql("update entry set actor = :actor, previous = :previous, hash = :hash where position = :position")
			.param("actor", actor)
			.param("previous", previous)
			.param("hash", hash)
			.param("position", entry.position())
			.update();
		return hash;
	}

	private void replace(TreeHead head, List<String> leaves, Function<SignedNote, String> form) {
		var tree = Frontier.EMPTY;
		for (var leaf : leaves.subList(0, Math.toIntExact(head.size()))) {
			tree = tree.with(TreeHash.ofEntry(leaf));
		}
		var note = SignedNote.parse(head.note());
		this.facts.database.sql("delete from tree_head where size = :size").param("size", head.size()).update();
		this.facts.heads.add(new TreeHead(tree, head.until(), head.at(),
				form.apply(new SignedNote(note.origin(), head.size(), tree.root(), note.at(), Optional.empty()))));
	}

}
