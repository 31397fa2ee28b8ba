package io.countersign.web;

import java.util.List;

import io.countersign.web.Marked.Kind;
import io.countersign.web.Marked.Piece;
import io.countersign.web.Marked.Words;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkedTests {

	@Test
	void wordsAreMarkedWhereTheyStand() {
		var text = Marked.of("Godkendt herfra, men husk prisen. Mvh",
				List.of(new Words("Godkendt herfra", Kind.READ), new Words("men husk prisen", Kind.FOUND)));

		assertThat(text.pieces()).containsExactly(new Piece("Godkendt herfra", Kind.READ), new Piece(", ", Kind.PLAIN),
				new Piece("men husk prisen", Kind.FOUND), new Piece(". Mvh", Kind.PLAIN));
	}

	@Test
	void wordsAreFoundAcrossTheEndOfALine() {
		var text = Marked.of("Vi beder om\n  godkendelse nu", List.of(new Words("beder om godkendelse", Kind.FOUND)));

		assertThat(text.pieces()).contains(new Piece("beder om\n  godkendelse", Kind.FOUND));
	}

	@Test
	void wordsThatAreNotThereMarkNothing() {
		assertThat(Marked.of("Nej", List.of(new Words("Ja", Kind.READ), new Words(" ", Kind.READ))).pieces())
			.containsExactly(new Piece("Nej", Kind.PLAIN));
	}

	@Test
	void ofWordsThatOverlapTheFirstAreMarked() {
		var text = Marked.of("men husk prisen",
				List.of(new Words("husk prisen", Kind.READ), new Words("men husk", Kind.FOUND)));

		assertThat(text.pieces()).containsExactly(new Piece("men ", Kind.PLAIN), new Piece("husk prisen", Kind.READ));
	}

	@Test
	void aVeryLongTextIsCut() {
		assertThat(Marked.of("x".repeat(100_000), List.of()).cut()).isTrue();
	}

	@Property
	void nothingIsLostOrAdded(@ForAll String text, @ForAll String first, @ForAll String second) {
		var marked = Marked.of(text, List.of(new Words(first, Kind.READ), new Words(second, Kind.FOUND)));

		assertThat(String.join("", marked.pieces().stream().map(Piece::text).toList())).isEqualTo(text);
	}

}
