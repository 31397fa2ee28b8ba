package io.countersign.overview;

import java.util.stream.Collectors;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SearchTests extends SearchedArchive {

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
		assertThat(found("Notat_om_tagene-v2.docx")).containsExactly("DOCUMENT " + NOTE);
		assertThat(found("\"notat_om_tagene\" -v3")).containsExactly("DOCUMENT " + NOTE);
		assertThat(found("tagene-v2.docx -notat")).isEmpty();
		assertThat(find(EVERYTHING, query("tilbud.pdf"))).extracting(Hit::text).containsExactly("c".repeat(64));
		assertThat(found(NOTE)).containsExactly("DOCUMENT " + NOTE);
		assertThat(found("C".repeat(64))).containsExactly("DOCUMENT " + ZIP);
		assertThat(found("tegltag")).containsExactly("DOCUMENT " + ZIP);
	}

	@Test
	void aFileWithinAnotherIsFoundByItsNameAndLeadsToItsOwnText() {
		var inner = "e".repeat(64);
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "bilag.zip", "");
		this.archive.content(inner, "økonomi-overslag.xlsx", "d".repeat(64), 1, "Linje 14 dækker asfalten.");

		assertThat(find(EVERYTHING, query("overslag"))).singleElement().satisfies((hit) -> {
			assertThat(hit.text()).isEqualTo(inner);
			assertThat(hit.title()).isEqualTo("bilag.zip");
			assertThat(hit.inner()).contains("økonomi-overslag.xlsx");
		});
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
	void UI_09_aFileWithinAnotherIsCalledAsItIsInTheCaseThatIsShown() {
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "kopi.zip", "");
		this.archive.within("d".repeat(64), "c".repeat(64), "hemmeligt navn.pdf");

		assertThat(find(EVERYTHING, query("tegltag"))).extracting(Hit::caseId, (hit) -> hit.inner().orElseThrow())
			.containsExactlyInAnyOrder(tuple("cs_1", "hemmeligt navn.pdf"), tuple("cs_2", "tilbud.pdf"));
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
	void wordsGoWithTheMail() {
		this.database.sql("delete from case_message where message = 'msg_1'").update();
		this.database.sql("delete from mail where message = 'msg_1'").update();

		assertThat(this.database.sql("select count(*) from mail_words where message = 'msg_1'")
			.query(Integer.class)
			.single()).isZero();
	}

}
