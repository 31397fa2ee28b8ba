package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GlossaryTests {

	private static final List<String> LANGUAGES = List.of("da", "en", "sv", "nb", "de");

	@ParameterizedTest
	@CsvSource({ "send, send, skicka, send, schicken", "rapport, report, rapport, rapport, bericht",
			"ikke, not, inte, ikke, nicht", "hvis, if, om, hvis, falls" })
	void aSenseHasOneGlossInEveryLanguage(String danish, String english, String swedish, String norwegian,
			String german) {
		var words = List.of(danish, english, swedish, norwegian, german);

		assertThat(Stream.iterate(0, (at) -> at + 1).limit(5).map((at) -> gloss(LANGUAGES.get(at), words.get(at))))
			.containsOnly(gloss("en", english))
			.doesNotContain("");
	}

	@Test
	void aFormHasTheGlossOfItsBase() {
		assertThat(gloss("da", "rapporterne")).isEqualTo(gloss("da", "rapport")).isNotEmpty();
		assertThat(gloss("en", "meetings")).isEqualTo(gloss("en", "meeting"));
	}

	@Test
	void aCompoundHasTheGlossOfItsLastPart() {
		assertThat(gloss("da", "ledelsesmødet")).isEqualTo(gloss("da", "mødet")).isNotEmpty();
		assertThat(gloss("de", "wochenbesprechung")).isEqualTo(gloss("de", "besprechung"));
	}

	@Test
	void severalWordsHaveOneGlossTogether() {
		var glossed = Glossary.of("en").of(Words.of("Turn down the offer"));

		assertThat(glossed.getFirst()).returns(0, Glossed::from).returns(2, Glossed::end);
		assertThat(glossed).hasSize(3);
	}

	@Test
	void theAuthorsLanguageIsLookedUpFirstAndTheOthersAfterIt() {
		assertThat(gloss("de", "fast")).isNotEqualTo(gloss("en", "fast"));
		assertThat(gloss("da", "meeting")).isEqualTo(gloss("en", "meeting"));
		assertThat(gloss("fi", "meeting")).as("a language without a file").isEqualTo(gloss("en", "meeting"));
	}

	@Test
	void aNameHasNone() {
		assertThat(Glossary.of("da").knows("flemming")).isFalse();
		assertThat(Glossary.of("da").knows("godkendt")).isTrue();
	}

	@Test
	void aGlossIsOfOneKindInAllFiles() {
		var kinds = new HashMap<String, Set<String>>();
		for (var language : LANGUAGES) {
			var kind = "";
			for (var line : LinearModel.file("glosses/" + language + ".txt").lines().toList()) {
				kind = line.startsWith("## ") ? line.substring(3) : kind;
				if (line.contains(": ") && !line.startsWith("#")) {
					kinds.merge(line.substring(0, line.indexOf(':')), Set.of(kind), GlossaryTests::union);
				}
			}
		}

		assertThat(kinds).hasSizeGreaterThan(1_000).allSatisfy((name, of) -> assertThat(of).as(name).hasSize(1));
	}

	@Test
	void aLineThatIsNoGlossIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Glosses.of("## DO\nsend sende"))
			.withMessageContaining("send sende");
		assertThatIllegalArgumentException().isThrownBy(() -> Glosses.of("send: sende"))
			.withMessageContaining("below its kind");
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		var all = new TreeSet<>(one);
		all.addAll(other);
		return all;
	}

	private static String gloss(String language, String word) {
		return Glossary.of(language).of(Words.of(word)).getFirst().gloss().map(Gloss::name).orElse("");
	}

}
