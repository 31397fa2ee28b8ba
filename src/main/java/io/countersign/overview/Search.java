package io.countersign.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.countersign.cases.CaseRights;
import io.countersign.documents.Blocked;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.identity.Clearance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Finds cases, mails and files by their words, in Danish and English. Only what the
 * reader may see is looked through (UI-9).
 */
@Service
public class Search {

	/** Nobody reads on behind so many. */
	public static final int MOST = 50;

	private final SearchRepository repository;

	private final Function<Collection<DocumentId>, Map<DocumentId, Blocked>> blocked;

	@Autowired
	Search(SearchRepository repository, Documents documents) {
		this(repository, documents::blocked);
	}

	/**
	 * @param blocked which files the virus scanner has not cleared
	 */
	Search(SearchRepository repository, Function<Collection<DocumentId>, Map<DocumentId, Blocked>> blocked) {
		this.repository = repository;
		this.blocked = blocked;
	}

	/** The best hits first: the very phrase, then what names it most. */
	public List<Hit> find(Clearance clearance, SearchQuery query) {
		return query.isEmpty() ? List.of() : cleared(this.repository.find(CaseRights.of(clearance), query, MOST));
	}

	/** For programs, whose permission is for all cases. */
	List<Hit> findAll(SearchQuery query) {
		return query.isEmpty() ? List.of() : cleared(this.repository.find(CaseRights.EVERYTHING, query, MOST));
	}

	/**
	 * A file that the virus scanner has not cleared is neither shown nor named (AT-9).
	 */
	private List<Hit> cleared(List<Hit> hits) {
		var files = hits.stream()
			.filter((hit) -> hit.kind() == Hit.Kind.DOCUMENT)
			.map((hit) -> new DocumentId(hit.reference()))
			.distinct()
			.toList();
		var held = this.blocked.apply(files);
		return hits.stream()
			.filter((hit) -> hit.kind() != Hit.Kind.DOCUMENT || !held.containsKey(new DocumentId(hit.reference())))
			.toList();
	}

}
