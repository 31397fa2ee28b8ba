package io.countersign.documents;

import java.time.Duration;
import java.time.Instant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.documents.VersionChains.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class VersionChainsTests {

	private static final VersionedFile FIRST = VersionPairs.file("notat.docx", "tram", "m1");

	private static final VersionedFile SECOND = VersionPairs.file("notat_v2.docx", "tram~20", "m2");

	private static final VersionedFile LEASE = VersionPairs.file("Indstilling.docx", "lease", "m2");

	private static final VersionedFile RENAMED = VersionPairs.file("Til direktionen.docx", "lease~9", "m3");

	private static final List<VersionedFile> ALL = List.of(FIRST, SECOND, LEASE, RENAMED);

	@Test
	void versionsFollowEachOtherAndOtherFilesStandAlone() {
		var places = VersionChains.of(ALL, Map.of());

		assertThat(places).extracting(Place::chain).containsExactly(0, 0, 2, 2);
		assertThat(places).extracting(Place::version).containsExactly(1, 2, 1, 2);
		assertThat(places.get(1).previous()).contains(FIRST.key());
		assertThat(places.get(1).reason())
			.startsWith("It has the same name apart from what marks a version, and about");
		assertThat(places.get(3).reason()).startsWith("It has another name, but about");
		assertThat(places).noneMatch(Place::byHand);
	}

	@Test
	void whatAPersonHasSaidIsNotGuessedAgain() {
		var alone = VersionChains.of(ALL, Map.of(SECOND.key(), Optional.empty()));
		assertThat(alone.get(1)).isEqualTo(new Place(SECOND.key(), 1, 1, Optional.empty(), "", true));

		var joined = VersionChains.of(ALL, Map.of(SECOND.key(), Optional.of(LEASE.key())));
		assertThat(joined).extracting(Place::chain).containsExactly(0, 1, 1, 1);
		assertThat(joined).extracting(Place::version).containsExactly(1, 1, 2, 3);
	}

	@Test
	void aFileMayBeJoinedToAChainThatIsItsOwnAlready() {
		var places = VersionChains.of(ALL, Map.of(FIRST.key(), Optional.of(SECOND.key())));

		assertThat(places).extracting(Place::chain).containsExactly(0, 0, 2, 2);
	}

	@Test
	void whoeverWasSaidToBeAVersionOfAFileThatIsGoneStandsAlone() {
		var gone = VersionPairs.file("borte.docx", "press", "m0");

		assertThat(VersionChains.of(ALL, Map.of(SECOND.key(), Optional.of(gone.key())))).extracting(Place::chain)
			.containsExactly(0, 1, 2, 2);
	}

	@Test
	void theSameBytesUnderAnotherNameAreTheSameVersion() {
		var copy = new VersionedFile(FIRST.id(), "Kopi til pressen.docx", FIRST.type(), "m4", FIRST.text(), false,
				Optional.empty());
		var places = VersionChains.of(List.of(FIRST, SECOND, copy), Map.of());

		assertThat(places).extracting(Place::chain).containsOnly(0);
		assertThat(places).extracting(Place::version).containsExactly(1, 2, 1);
	}

	@Test
	void whatWasCopiedFromOneAddressIsOneDocumentWhateverHasBecomeOfIt() {
		var first = at("https://min.sharepoint.com/1", "budget.xlsx", "lease", "m1");
		var other = at("https://min.sharepoint.com/2", "plan.xlsx", "press", "m1");
		var second = at("https://min.sharepoint.com/1", "Rejsehold.pptx", "press~9", "m1");

		var places = VersionChains.of(List.of(first, other, second), Map.of());

		assertThat(places).extracting(Place::chain).containsExactly(0, 1, 0);
		assertThat(places.getLast().version()).isEqualTo(2);
		assertThat(places.getLast().reason()).isEqualTo("It was copied from the same address in the cloud.");
	}

	private static VersionedFile at(String address, String name, String recipe, String brought) {
		var file = VersionPairs.file(name, recipe, brought);
		return new VersionedFile(file.id(), name, file.type(), brought, file.text(), false,
				Optional.of(URI.create(address)));
	}

	@Test
	void filesOfOneMailThatAreAlikeAreNoVersionsUnlessTheirNamesSaySo() {
		var beside = VersionPairs.file("Brev til KL.docx", "lease", "m1");
		var other = VersionPairs.file("Skrivelse.docx", "lease~9", "m1");
		var print = VersionPairs.file("Brev til KL.pdf", "lease", "m1");

		assertThat(VersionChains.of(List.of(beside, other, print), Map.of())).extracting(Place::chain)
			.containsExactly(0, 1, 0);
	}

	@Test
	void aTextThatBecomesKnownSeparatesWhatOnlyItsNameHadJoined() {
		var january = VersionPairs.file("Svar.pdf", "?", "m1");
		var known = VersionPairs.file("document.pdf", "lease", "m1");
		var other = VersionPairs.file("document.pdf", "press", "m2");

		assertThat(VersionChains.of(List.of(january, VersionPairs.file("Svar.pdf", "?", "m2")), Map.of()))
			.extracting(Place::chain)
			.containsExactly(0, 0);
		assertThat(VersionChains.of(List.of(known, other), Map.of())).extracting(Place::chain).containsExactly(0, 1);
	}

	@Test
	void hostileNamesAreNamesLikeOthers() {
		var names = Stream.of("", ".", "....", "v", "v1", "(1)", "final final final.docx", "\u202Exslx.exe",
				"a".repeat(5000), "9".repeat(400) + ".docx", "2026-99-99.docx", "\uD83D", "v" + "1.".repeat(2000),
				"_-_-_-", "99999999999999.pdf", "00000000.pdf", "jan jan jan.docx");
		var files = names.map((name) -> VersionPairs.file(name, "?", "m" + name.length())).toList();

		assertThat(VersionChains.of(files, Map.of())).hasSize(files.size());
	}

	@Test
	void tenThousandFilesInOneCaseStayBounded() {
		var hostile = IntStream.range(0, 10_000)
			.mapToObj(
					(number) -> VersionPairs.file((number % 2 == 0) ? "notat.docx" : "notat %d.docx".formatted(number),
							"tram~" + (5 + number % 37), "m" + number))
			.toList();
		var begun = Instant.now();

		assertThat(VersionChains.of(hostile, Map.of())).hasSize(10_000);
		assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
	}

}
