package io.countersign.overview;

import io.countersign.cases.CaseState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchFiltersTests extends SearchedArchive {

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

}
