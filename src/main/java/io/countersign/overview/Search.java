package io.countersign.overview;

import java.util.List;

import io.countersign.cases.CaseRights;
import io.countersign.identity.Clearance;

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

	Search(SearchRepository repository) {
		this.repository = repository;
	}

	/** The best hits first: the very phrase, then what names it most. */
	public List<Hit> find(Clearance clearance, SearchQuery query) {
		return query.isEmpty() ? List.of() : this.repository.find(CaseRights.of(clearance), query, MOST);
	}

	/** For programs, whose permission is for all cases. */
	List<Hit> findAll(SearchQuery query) {
		return query.isEmpty() ? List.of() : this.repository.find(CaseRights.EVERYTHING, query, MOST);
	}

}
