package io.countersign.overview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.cases.CaseState;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTests {

	private static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva.skov@min.example"), true);

	private static final String NOTE = "a".repeat(64);

	private static final String LONG = "f".repeat(64);

	private static final String ZIP = "b".repeat(64);

	private final TestDatabase server = TestDatabase.fresh();

	private final JdbcClient database = this.server.client();

	private final Search search = Archive.search(this.server);

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
		assertThat(found("C".repeat(64))).containsExactly("DOCUMENT " + ZIP);
		assertThat(found("tegltag")).containsExactly("DOCUMENT " + ZIP);
	}

	@Test
	void aFileWithinAnotherIsFoundByItsNameAndLeadsToItsOwnText() {
		var inner = "e".repeat(64);
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "bilag.zip", "");
		this.archive.content(inner, "økonomi-overslag.xlsx", "d".repeat(64), 1, "Linje 14 dækker asfalten.");

		assertThat(find(EVERYTHING, query("overslag"))).singleElement()
			.satisfies((hit) -> assertThat(hit.text()).isEqualTo(inner));
		assertThat(find(EVERYTHING, query("asfalten"))).singleElement()
			.satisfies((hit) -> assertThat(hit.text()).isEqualTo(inner));
	}

	@Test
	void aFileThatLiesInTwoOthersIsFoundInTheCasesOfBoth() {
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "kopi.zip", "");
		this.archive.within("d".repeat(64), "c".repeat(64), "tilbud.pdf");

		assertThat(find(EVERYTHING, query("tegltag"))).extracting(Hit::caseId)
			.containsExactlyInAnyOrder("cs_1", "cs_2");
		assertThat(find(EVERYTHING, query("C".repeat(64)))).extracting(Hit::caseId)
			.containsExactlyInAnyOrder("cs_1", "cs_2");
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
		var roof = asking("tag OR roof");

		assertThat(find(EVERYTHING, roof.build())).hasSizeGreaterThan(2);
		assertThat(titles(roof.of(Hit.Kind.MESSAGE).build())).containsExactlyInAnyOrder("Tagene på skolerne",
				"New roof");
		assertThat(titles(roof.of(Hit.Kind.MESSAGE).until("2026-11-20").build())).containsExactly("Tagene på skolerne");
		assertThat(titles(roof.in(CaseState.DECIDED).build())).isEmpty();
	}

	@Test
	void aFileIsOfTheDayOnWhichItsMailCame() {
		assertThat(places(asking("anlægsrammen").until("2026-11-20").build())).containsExactly("DOCUMENT " + NOTE);
		assertThat(places(asking("anlægsrammen").since("2026-11-21").build())).isEmpty();
		assertThat(places(asking("").of(Hit.Kind.DOCUMENT).since("2026-11-21").build()))
			.containsExactly("DOCUMENT " + ZIP);
		assertThat(find(EVERYTHING, query("anlægsrammen")).getFirst().at()).isEqualTo("2026-11-20T09:00:00Z");
	}

	@Test
	void aFileThatSeveralHaveSentIsFoundByEachOfThemAndEachDay() {
		this.archive.mail("cs_1", "msg_4", "Igen", "finn dahl finn@min.example", "Her er notatet.",
				"2026-11-25T09:00:00Z");
		this.archive.sent("msg_4", NOTE);
		this.archive.mail("cs_2", "msg_5", "Til stationen", "gerda friis gerda@min.example", "Også her.",
				"2026-11-26T09:00:00Z");
		this.archive.sent("msg_5", NOTE);

		assertThat(places(asking("anlægsrammen").with("finn").build())).containsExactly("DOCUMENT " + NOTE);
		assertThat(places(asking("anlægsrammen").with("bo lind").build())).containsExactly("DOCUMENT " + NOTE);
		assertThat(places(asking("anlægsrammen").since("2026-11-25").until("2026-11-25").build()))
			.containsExactly("DOCUMENT " + NOTE);
		assertThat(places(asking("anlægsrammen").with("bo lind").since("2026-11-25").build())).isEmpty();
		assertThat(places(asking("anlægsrammen").with("gerda").build())).as("who sent it into another case").isEmpty();
		assertThat(places(asking("anlægsrammen").since("2026-11-26").build())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Winther", "wint", "karen winther", "karen@example.org", "karen@", "Karen Win" })
	void aPersonIsFoundByTheBeginningOfANameOrAnAddress(String person) {
		assertThat(titles(asking("tag OR roof").with(person).build())).containsExactly("New roof");
		assertThat(titles(asking("").of(Hit.Kind.MESSAGE).with(person).build())).containsExactly("New roof");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bo winther", "inther", "nobody" })
	void nobodyIsFoundByWordsOfTwoPeopleOrByTheMiddleOfAName(String person) {
		assertThat(titles(asking("tag OR roof").with(person).build())).isEmpty();
	}

	@Test
	void chatsAndMailsAreFoundEachByThemselves() {
		this.archive.mail("cs_1", "msg_3", "", "clara juhl clara.juhl@min.example", "Taget er billigt",
				"2026-11-25T09:00:00Z");
		this.archive.chat("msg_3");

		assertThat(places(asking("tag").by(SearchQuery.Channel.CHAT).build())).containsExactly("MESSAGE msg_3");
		assertThat(places(asking("").by(SearchQuery.Channel.CHAT).build())).containsExactly("MESSAGE msg_3");
		assertThat(places(asking("tag OR anlægsrammen").by(SearchQuery.Channel.MAIL).build()))
			.contains("MESSAGE msg_1", "DOCUMENT " + NOTE)
			.doesNotContain("MESSAGE msg_3");
	}

	@Test
	void withoutWordsTheNewestThatTheFiltersLeaveStandFirst() {
		assertThat(places(asking("").of(Hit.Kind.MESSAGE).since("2026-11-01").build())).containsExactly("MESSAGE msg_2",
				"MESSAGE msg_1");
		assertThat(places(asking("").in(CaseState.WAITING).build())).hasSize(6);
		assertThat(places(asking("").in(CaseState.CLOSED).build())).isEmpty();
		assertThat(places(asking("").build())).isEmpty();
	}

	@Test
	void anOldMailWithTheVeryPhraseStandsBeforeAllNewerOnesWithItsWords() {
		this.archive.mail("cs_1", "old", "", "", "Letbanen får et nyt depot ved havnen", "2020-01-01T09:00:00Z");
		this.archive.mails("cs_1", 800, "Ved havnen ligger et depot. Det er nyt, og letbanen får det.");

		var found = this.search.find(EVERYTHING, query("får et nyt depot ved havnen"));

		assertThat(found.hits().getFirst().reference()).isEqualTo("old");
		assertThat(found.newestOnly()).isTrue();
		assertThat(places(asking("\"nyt depot ved havnen\"").build())).containsExactly("MESSAGE old");
		assertThat(places(asking("letbanen -ligger").of(Hit.Kind.MESSAGE).build())).containsExactly("MESSAGE old");
		assertThat(this.search.find(EVERYTHING, query("anlægsrammen")).newestOnly()).isFalse();
	}

	@Test
	void wordsGoWithAMailThatIsMoved() {
		this.database.sql("delete from case_message where message = 'msg_1'").update();
		assertThat(found("sommerferien")).isEmpty();

		this.database.sql("insert into case_message (message, case_id, reason) values ('msg_1', 'cs_2', '')").update();

		assertThat(find(EVERYTHING, query("sommerferien"))).extracting(Hit::caseId).containsExactly("cs_2");
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
	void aWordAtTheMillionthCharacterIsFoundAndShown() {
		this.archive.document("cs_1", "msg_1", LONG, "bilag.txt",
				filled(1_000_000) + " overborgmesteren skriver under " + filled(500_000));

		assertThat(found("overborgmesteren")).containsExactly("DOCUMENT " + LONG);
		assertThat(found("\"overborgmesteren skriver under\"")).containsExactly("DOCUMENT " + LONG);
		assertThat(found("overborgmesteren -skriver")).isEmpty();
		var passage = find(EVERYTHING, query("overborgmesteren")).getFirst().passage();
		assertThat(passage).filteredOn(Hit.Piece::found)
			.extracting(Hit.Piece::text)
			.containsExactly("overborgmesteren");
		assertThat(passage.stream().map(Hit.Piece::text).collect(Collectors.joining())).contains("skriver under");
	}

	@Test
	void aPhraseAcrossTheBorderOfTwoPiecesIsFound() {
		for (var border : List.of(49_000, 50_000, 98_000, 199_000, 200_000, 490_000)) {
			var file = Integer.toString(border).repeat(13).substring(0, 64);
			this.archive.document("cs_1", "msg_1", file, "bilag.txt",
					filled(border - 12) + " havnefoged nummer%d afgiver ".formatted(border) + filled(200_000));

			assertThat(found("\"havnefoged nummer%d afgiver\"".formatted(border))).as("at %d", border)
				.containsExactly("DOCUMENT " + file);
		}
	}

	@Test
	void behindTenMillionCharactersNothingIsSearchedAndALongTextGoesWhole() {
		this.archive.document("cs_1", "msg_1", LONG, "bilag.txt",
				filled(9_999_900) + " fyrmesteren " + filled(1_000) + " bådsmanden");

		assertThat(found("fyrmesteren")).containsExactly("DOCUMENT " + LONG);
		assertThat(found("bådsmanden")).isEmpty();

		this.database.sql("update document set text = 'kort' where id = ?").param(LONG).update();
		assertThat(found("fyrmesteren")).isEmpty();
		assertThat(this.database.sql("select count(*) from document_piece").query(Integer.class).single()).isZero();
	}

	@Test
	void UI_09_aLongTextIsFoundInItsOwnCaseOnlyAlsoBehindManyNewerFiles() {
		var clara = new Clearance(new EmailAddress("clara.juhl@min.example"), false);
		var anna = new Clearance(new EmailAddress("anna.holm@min.example"), false);
		this.archive.document("cs_1", "msg_1", LONG, "bilag.txt", filled(600_000) + " letbaneskinner");
		this.archive.files("cs_1", "msg_2", 600);

		assertThat(find(anna, query("letbaneskinner"))).extracting(Hit::reference).containsExactly(LONG);
		assertThat(find(clara, query("letbaneskinner"))).isEmpty();
	}

	private static String filled(int length) {
		var words = "sag om vej og bro ved havn ";
		return words.repeat(length / words.length() + 1).substring(0, length);
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
		return places(query(words));
	}

	private List<String> places(SearchQuery query) {
		return find(EVERYTHING, query).stream().map((hit) -> "%s %s".formatted(hit.kind(), hit.reference())).toList();
	}

	private List<String> titles(SearchQuery query) {
		return find(EVERYTHING, query).stream().map(Hit::title).toList();
	}

	private List<Hit> find(Clearance clearance, SearchQuery query) {
		return this.search.find(clearance, query).hits();
	}

	private static Asking asking(String words) {
		return Asking.about(words);
	}

	private static SearchQuery query(String words) {
		return asking(words).build();
	}

}
