package io.countersign.overview;

import java.util.List;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Two cases with a mail and a file each, and the search through them. */
abstract class SearchedArchive {

	static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva.skov@min.example"), true);

	static final String NOTE = "a".repeat(64);

	static final String ZIP = "b".repeat(64);

	private final TestDatabase server = TestDatabase.fresh();

	final JdbcClient database = this.server.client();

	final Search search = Archive.search(this.server);

	final Archive archive = new Archive(this.database);

	@BeforeEach
	void cases() {
		this.archive.file("cs_1", "2026-0001", "Renovering af skolerne");
		this.archive.participant("cs_1", "anna.holm@min.example");
		this.archive.mail("cs_1", "msg_1", "Tagene på skolerne", "bo lind bo.lind@min.example",
				"Vil du godkende, at tagene på de tre skoler renoveres i sommerferien?", "2026-11-20T09:00:00Z");
		this.archive.document("cs_1", "msg_1", NOTE, "Notat_om_tagene-v2.docx",
				"Udgiften er 4,6 mio. kr. og kan rummes i anlægsrammen for 2027.");
		this.archive.file("cs_2", "2026-0002", "Fire station");
		this.archive.participant("cs_2", "clara.juhl@min.example");
		this.archive.mail("cs_2", "msg_2", "New roof", "karen winther karen@example.org",
				"We discussed the roofs of all stations. Please approve the roof for the fire station.",
				"2026-11-24T09:00:00Z");
		this.archive.document("cs_2", "msg_2", ZIP, "tilbud.zip", "");
		this.archive.content("c".repeat(64), "tilbud.pdf", ZIP, 1, "Tilbud på tegltag, 312.000 kr.");
	}

	List<String> found(String words) {
		return places(query(words));
	}

	List<String> places(SearchQuery query) {
		return find(EVERYTHING, query).stream().map((hit) -> "%s %s".formatted(hit.kind(), hit.reference())).toList();
	}

	List<String> titles(SearchQuery query) {
		return find(EVERYTHING, query).stream().map(Hit::title).toList();
	}

	List<Hit> find(Clearance clearance, SearchQuery query) {
		return this.search.find(clearance, query).hits();
	}

	static Asking asking(String words) {
		return Asking.about(words);
	}

	static SearchQuery query(String words) {
		return asking(words).build();
	}

}
