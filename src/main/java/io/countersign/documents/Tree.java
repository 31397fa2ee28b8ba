package io.countersign.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.documents.DocumentRepository.Row;

/** Puts the files within files in the order in which they lie in each other. */
final class Tree {

	private final Map<DocumentId, List<Row>> parts;

	private final List<Contained> found = new ArrayList<>();

	/** A file that holds itself, or lies in two places, is opened once. */
	private final Set<DocumentId> opened = new HashSet<>();

	private Tree(Map<DocumentId, List<Row>> parts) {
		this.parts = parts;
	}

	static Map<DocumentId, List<Contained>> of(Collection<DocumentId> files, List<Row> rows) {
		var parts = rows.stream().collect(Collectors.groupingBy(Row::parent));
		var trees = new HashMap<DocumentId, List<Contained>>();
		for (var file : files) {
			var tree = new Tree(parts);
			tree.open(file, "", 1);
			trees.put(file, List.copyOf(tree.found));
		}
		return trees;
	}

	/** No deeper than the query that found the rows. */
	private void open(DocumentId file, String path, int depth) {
		if (!this.opened.add(file)) {
			return;
		}
		for (var row : this.parts.getOrDefault(file, List.of())) {
			var part = row.part();
			var here = path + (part.path().isEmpty() ? part.file().name() : part.path());
			this.found.add(new Contained(file, part.file().id(), depth, part.file().name(), part.writtenName(), here,
					part.file().declaredType(), row.size(), part.inline(), row.text()));
			open(part.file().id(), here + "/", depth + 1);
		}
	}

}
