package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseView;

/** What a case is about, as far as the words and files of its requests say. */
public interface Stakes {

	/** Every kind of case it is. */
	List<String> kinds(CaseView view);

	/** What it costs; nothing where a request or one of its files cannot be read. */
	Optional<Cost> cost(CaseView view);

	/** Nobody has read them: the case is what it says, and may cost anything. */
	static Stakes unread() {
		return new Stakes() {

			@Override
			public List<String> kinds(CaseView view) {
				return List.of(view.type());
			}

			@Override
			public Optional<Cost> cost(CaseView view) {
				return Optional.empty();
			}

		};
	}

}
