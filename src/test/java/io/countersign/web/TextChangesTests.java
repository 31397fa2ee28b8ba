package io.countersign.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.web.TextChanges.Block;
import io.countersign.web.TextChanges.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TextChangesTests {

	@Test
	void aChangedLineShowsWhichWordsHaveChanged() {
		var changes = TextChanges.between("Tabel\nI alt 10 mio. kr. om året\nHilsen",
				"Tabel\nI alt 12 mio. kr. om året\nHilsen");

		assertThat(changes.added()).isEqualTo(1);
		assertThat(changes.removed()).isEqualTo(1);
		assertThat(lines(changes)).containsExactly("SAME 1 Tabel", "REMOVED 2 I alt [10 ]mio. kr. om året",
				"ADDED 2 I alt [12 ]mio. kr. om året", "SAME 3 Hilsen");
	}

	@Test
	void textsThatDifferOnlyInBlankLinesAreTheSame() {
		assertThat(TextChanges.between("A\n\n\nB  \n", "A\n\nB").isSame()).isTrue();
		assertThat(TextChanges.between("", "").isSame()).isTrue();
	}

	@Test
	void changesFarApartAreBlocksWithWhatStandsAroundThem() {
		var older = numbered(100);
		var newer = older.replace("Linje 10\n", "Linje ti\n").replace("Linje 90\n", "").replace("Linje 92\n", "");
		var changes = TextChanges.between(older, newer);

		assertThat(changes.blocks()).extracting(Block::skipped).containsExactly(7, 73);
		assertThat(lines(changes)).contains("SAME 8 Linje 7", "REMOVED 11 Linje [10]", "ADDED 11 Linje [ti]",
				"SAME 14 Linje 13", "REMOVED 91 Linje 90", "SAME 91 Linje 91", "REMOVED 93 Linje 92");
		assertThat(changes.cut()).isFalse();
	}

	@Test
	void linesAtBothEndsMayComeAndGo() {
		assertThat(lines(TextChanges.between("a\nb", "x\na\nb\ny"))).containsExactly("ADDED 1 x", "SAME 2 a",
				"SAME 3 b", "ADDED 4 y");
		assertThat(lines(TextChanges.between("x\na", ""))).containsExactly("REMOVED 1 x", "REMOVED 2 a");
	}

	@Test
	void aSentenceMoreInALongParagraphLeavesTheOthersAlone() {
		var sentence = "Styregruppen skal godkende, at der bliver flyttet penge fra reserven til linje %d. ";
		var paragraph = IntStream.range(0, 30).mapToObj(sentence::formatted).collect(Collectors.joining());

		assertThat(TextChanges.between(paragraph, "Først en ny sætning. " + paragraph).removed()).isZero();
	}

	@Test
	void halfAMillionLinesAreBounded() {
		var older = numbered(500_000);
		var newer = IntStream.range(0, 500_000).mapToObj((at) -> "Andet " + at).collect(Collectors.joining("\n"));
		var begun = System.nanoTime();

		var thrown = catchThrowable(() -> {
			var changes = TextChanges.between(older, newer);
			assertThat(changes.cut()).isTrue();
			assertThat(lines(changes)).hasSizeLessThan(10_000);
		});
		assertThat(thrown).satisfiesAnyOf((none) -> assertThat(none).isNull(),
				(late) -> assertThat(late).isInstanceOf(TextChanges.TooMuch.class));
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	void aHostileMixOfTwoLinesEndsInTime() {
		var older = IntStream.range(0, 20_000)
			.mapToObj((at) -> (at * 7919 % 13 < 6) ? "a" : "b")
			.collect(Collectors.joining("\n"));
		var newer = IntStream.range(0, 20_000)
			.mapToObj((at) -> (at * 104729 % 17 < 8) ? "a" : "b")
			.collect(Collectors.joining("\n"));
		var begun = System.nanoTime();

		var late = catchThrowable(() -> TextChanges.between(older, newer));
		assertThat(late).satisfiesAnyOf((none) -> assertThat(none).isNull(),
				(much) -> assertThat(much).isInstanceOf(TextChanges.TooMuch.class));
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	void oneEndlessLineIsCutWithoutBreakingALetter() {
		var line = "\uD83D\uDE80".repeat(200_000);
		var changes = TextChanges.between(line, line + "x");

		assertThat(changes.blocks()).isNotEmpty();
		assertThat(lines(changes)).allSatisfy((one) -> assertThat(Character.isLowSurrogate(one.charAt(one.length() - 1))
				|| !Character.isSurrogate(one.charAt(one.length() - 1)))
			.isTrue());
	}

	private static String numbered(int count) {
		return IntStream.range(0, count).mapToObj((at) -> "Linje " + at).collect(Collectors.joining("\n", "", "\n"));
	}

	private static List<String> lines(TextChanges changes) {
		return changes.blocks().stream().flatMap((block) -> block.rows().stream()).map(TextChangesTests::line).toList();
	}

	private static String line(Row row) {
		return row.kind() + " " + row.number() + " "
				+ row.pieces()
					.stream()
					.map((piece) -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
					.collect(Collectors.joining());
	}

}
