package io.countersign.overview;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.cases.CaseState;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However one looks, by words, phrase, name, hash, person, channel, date or state: what
 * is found is what somebody with a right to everything finds, in one's own cases.
 */
class SearchRightsTests extends SearchedArchive {

	private static final List<String> READERS = List.of("anna.holm@min.example", "clara.juhl@min.example",
			"nobody@min.example");

	@BeforeEach
	void bothCasesHaveTheSameInThem() {
		this.archive.mail("cs_1", "chat_1", "", "karen winther karen@example.org", "Taget er billigt",
				"2026-11-25T09:00:00Z");
		this.archive.chat("chat_1");
		this.archive.mail("cs_2", "chat_2", "", "bo lind bo.lind@min.example", "Tag og roof", "2026-11-25T10:00:00Z");
		this.archive.chat("chat_2");
		this.archive.document("cs_1", "msg_1", "d".repeat(64), "tilbud.zip", "");
		this.archive.within("d".repeat(64), "c".repeat(64), "tilbud.pdf");
	}

	@ParameterizedTest
	@MethodSource("questions")
	void UI_09_byWhateverOneLooksOnlyOnesOwnCasesAreLookedThrough(Asking question) {
		var all = find(EVERYTHING, question.build());
		assertThat(all).extracting(Hit::caseId).as("it is found in both cases").contains("cs_1", "cs_2");

		for (var reader : READERS) {
			var own = own(reader);
			assertThat(find(new Clearance(new EmailAddress(reader), false), question.build())).as(reader)
				.extracting(SearchRightsTests::place)
				.containsExactlyInAnyOrderElementsOf(all.stream()
					.filter((hit) -> own.contains(hit.caseId()))
					.map(SearchRightsTests::place)
					.toList());
		}
	}

	private static Set<String> own(String reader) {
		return switch (READERS.indexOf(reader)) {
			case 0 -> Set.of("cs_1");
			case 1 -> Set.of("cs_2");
			default -> Set.of();
		};
	}

	private static String place(Hit hit) {
		return "%s %s %s %s".formatted(hit.kind(), hit.caseId(), hit.reference(), hit.text());
	}

	static Stream<Asking> questions() {
		var any = asking("");
		return Stream.of(asking("tag OR roof"), asking("\"tag\" OR \"roof\""), asking("tilbud"), asking("tegltag"),
				asking("c".repeat(64)), asking("tilbud.pdf"), any.with("bo lind"), any.with("karen"),
				asking("tag OR roof").with("karen"), any.by(SearchQuery.Channel.CHAT), any.by(SearchQuery.Channel.MAIL),
				asking("tag OR roof").by(SearchQuery.Channel.CHAT), any.since("2026-11-25"), any.until("2026-11-24"),
				asking("tegltag").until("2026-11-25"), any.in(CaseState.WAITING),
				any.of(Hit.Kind.DOCUMENT).in(CaseState.WAITING), any.of(Hit.Kind.MESSAGE).since("2026-11-01"),
				asking("tag OR roof -billigt"));
	}

}
