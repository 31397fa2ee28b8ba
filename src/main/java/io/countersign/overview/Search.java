package io.countersign.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.countersign.documents.Blocked;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;

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

	/** Where more places than these have the words, the newest of them are compared. */
	public static final int COMPARED = SearchRepository.MOST;

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

	/**
	 * The best hits first: the very phrase, then what names it most. Without words the
	 * newest first.
	 */
	public Findings find(Clearance clearance, SearchQuery query) {
		return find(clearance.everything() ? Optional.empty() : Optional.of(clearance.person()), query);
	}

	/** For programs, whose permission is for all cases. */
	Findings findAll(SearchQuery query) {
		return find(Optional.empty(), query);
	}

	private Findings find(Optional<EmailAddress> reader, SearchQuery query) {
		if (query.isEmpty()) {
			return Findings.NONE;
		}
		var found = this.repository.find(reader, query, MOST);
		return new Findings(cleared(found.hits()), found.newestOnly());
	}

	/**
	 * A file that the virus scanner has not cleared is neither shown nor named (AT-9).
	 */
	private List<Hit> cleared(List<Hit> hits) {
		var files = hits.stream()
			.filter((hit) -> hit.kind() == Hit.Kind.DOCUMENT)
			.flatMap((hit) -> Stream.of(hit.reference(), hit.text()))
			.distinct()
			.map(DocumentId::new)
			.toList();
		var held = this.blocked.apply(files);
		return hits.stream()
			.filter((hit) -> hit.kind() != Hit.Kind.DOCUMENT || Stream.of(hit.reference(), hit.text())
				.noneMatch((file) -> held.containsKey(new DocumentId(file))))
			.toList();
	}

}
