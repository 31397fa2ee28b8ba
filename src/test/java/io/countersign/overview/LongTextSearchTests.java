package io.countersign.overview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class LongTextSearchTests extends SearchedArchive {

	private static final String LONG = "f".repeat(64);

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

}
