package io.countersign.overview;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.cases.CaseState;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class SearchTests {

	private static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva.skov@min.example"), true);

	private static final String NOTE = "a".repeat(64);

	private static final String ZIP = "b".repeat(64);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final Search search = new Search(
			new SearchRepository(this.database, new OverviewSettings(ZoneId.of("Europe/Copenhagen"), 2, List.of(),
					Duration.ofMinutes(10), Duration.ofDays(3))),
			(_) -> Map.of());

	private final Archive archive = new Archive(this.database);

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

	@Test
	void wordsAreFoundInWhateverFormTheyStand() {
		assertThat(found("renovere")).containsExactlyInAnyOrder("CASE cs_1", "MESSAGE msg_1");
		assertThat(found("skole tag")).contains("MESSAGE msg_1");
		assertThat(found("discussing stations")).containsExactly("MESSAGE msg_2");
		assertThat(found("høringssvar")).isEmpty();
	}

	@Test
	void theVeryPhraseStandsFirst() {
		this.archive.mail("cs_1", "msg_3", "Station, fire, roof", "", "fire fire fire station roof roof station fire",
				"2026-11-25T09:00:00Z");

		assertThat(found("the roof for the fire station").getFirst()).isEqualTo("MESSAGE msg_2");
		assertThat(found("\"roofs of all stations\"")).containsExactly("MESSAGE msg_2");
		assertThat(found("roof -discussed")).containsExactly("MESSAGE msg_3");
	}

	@Test
	void filesAreFoundByNameTextContentAndWhatIsInThem() {
		assertThat(found("notat om tagene")).contains("DOCUMENT " + NOTE);
		assertThat(found("anlægsrammen")).containsExactly("DOCUMENT " + NOTE);
		assertThat(found(NOTE)).containsExactly("DOCUMENT " + NOTE);
		assertThat(found("tegltag")).containsExactly("DOCUMENT " + ZIP);
	}

	@Test
	void aCaseIsFoundByItsNumber() {
		assertThat(found("2026-0002")).contains("CASE cs_2");
	}

	@Test
	void whatWasLookedForIsMarkedInThePassage() {
		var passage = find(EVERYTHING, query("anlægsrammen")).getFirst().passage();

		assertThat(find(EVERYTHING, query("discussing")).getFirst().passage()).filteredOn(Hit.Piece::found)
			.extracting(Hit.Piece::text)
			.containsExactly("discussed");
		assertThat(passage).filteredOn(Hit.Piece::found).extracting(Hit.Piece::text).containsExactly("anlægsrammen");
		assertThat(passage.stream().map(Hit.Piece::text).collect(Collectors.joining()))
			.contains("Udgiften er 4,6 mio.");
	}

	@Test
	void filtersNarrowWhatIsFound() {
		var roof = query("tag OR roof");

		assertThat(find(EVERYTHING, roof)).hasSizeGreaterThan(2);
		assertThat(titles(new SearchQuery(roof.words(), Optional.of(Hit.Kind.MESSAGE), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty())))
			.containsExactlyInAnyOrder("Tagene på skolerne", "New roof");
		assertThat(titles(new SearchQuery(roof.words(), Optional.empty(), Optional.of("Winther"), Optional.empty(),
				Optional.empty(), Optional.empty())))
			.containsExactly("New roof");
		assertThat(titles(new SearchQuery(roof.words(), Optional.of(Hit.Kind.MESSAGE), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2026, 11, 20)))))
			.containsExactly("Tagene på skolerne");
		assertThat(titles(new SearchQuery(roof.words(), Optional.empty(), Optional.empty(),
				Optional.of(CaseState.DECIDED), Optional.empty(), Optional.empty())))
			.isEmpty();
	}

	@Test
	void UI_09_onlyWhatTheReaderMaySeeIsFound() {
		var anna = new Clearance(new EmailAddress("anna.holm@min.example"), false);
		var stranger = new Clearance(new EmailAddress("nobody@min.example"), false);

		assertThat(find(anna, query("tag OR roof"))).isNotEmpty().extracting(Hit::caseId).containsOnly("cs_1");
		assertThat(find(anna, query(ZIP))).isEmpty();
		assertThat(find(stranger, query("tag OR roof"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "'", "\"", "a & | ! ( ) : * <->", "\\", "-- ; drop table entry", "og", "%",
			"\"\"\"\"", "((((((((((", "- - -", "a\u0000b", "\uE000\uE001", "😀" })
	void whateverIsTypedIsAQuestionAndNeverAnError(String words) {
		assertThat(find(EVERYTHING, query(words))).hasSizeLessThan(10);
	}

	@Test
	void aFileOfMoreWordsThanCanBeIndexedIsFoundByItsBeginning() {
		var words = IntStream.range(0, 300_000)
			.mapToObj((n) -> Integer.toString(n * 7919, 36) + "x" + n)
			.collect(Collectors.joining(" "));
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "liste.txt", "begyndelsen " + words);

		assertThat(found("begyndelsen")).containsExactly("DOCUMENT " + "d".repeat(64));
	}

	@Test
	void wordsGoWithTheMail() {
		this.database.sql("delete from case_message where message = 'msg_1'").update();
		this.database.sql("delete from mail where message = 'msg_1'").update();

		assertThat(this.database.sql("select count(*) from mail_words where message = 'msg_1'")
			.query(Integer.class)
			.single()).isZero();
	}

	private List<String> found(String words) {
		return find(EVERYTHING, query(words)).stream()
			.map((hit) -> "%s %s".formatted(hit.kind(), hit.reference()))
			.toList();
	}

	private List<String> titles(SearchQuery query) {
		return find(EVERYTHING, query).stream().map(Hit::title).toList();
	}

	private List<Hit> find(Clearance clearance, SearchQuery query) {
		return this.search.find(clearance, query);
	}

	private static SearchQuery query(String words) {
		return new SearchQuery(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty());
	}

}
