package io.countersign.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.documents.VersionChains.Place;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for chains of whatever files. */
class VersionChainsProperties {

	@Property(tries = 200)
	void theSameFilesAlwaysMakeTheSameChains(@ForAll("files") List<VersionedFile> files) {
		assertThat(VersionChains.of(files, Map.of())).isEqualTo(VersionChains.of(List.copyOf(files), Map.of()));
	}

	@Property(tries = 200)
	void theVersionsOfADocumentCountWithoutAGap(@ForAll("files") List<VersionedFile> files) {
		var chains = VersionChains.of(files, Map.of()).stream().collect(Collectors.groupingBy(Place::chain));

		assertThat(chains.values()).allSatisfy((chain) -> {
			var contents = chain.stream().map((place) -> place.file().id()).distinct().count();
			assertThat(chain.stream().mapToInt(Place::version).max()).hasValue((int) contents);
			assertThat(chain.stream().map(Place::version).distinct()).hasSize((int) contents);
		});
	}

	@Property(tries = 200)
	void whatAFileFollowsIsOfTheSameDocument(@ForAll("files") List<VersionedFile> files) {
		var places = VersionChains.of(files, Map.of());
		var chains = new HashMap<VersionedFile.Key, Integer>();
		places.forEach((place) -> chains.put(place.file(), place.chain()));

		assertThat(places).filteredOn((place) -> place.previous().isPresent()).allSatisfy((place) -> {
			assertThat(chains.get(place.previous().orElseThrow())).isEqualTo(place.chain());
			assertThat(place.reason()).endsWith(".");
		});
	}

	@Property(tries = 200)
	void whatWasSaidIsKeptWhateverElseIsThere(@ForAll("files") List<VersionedFile> files, @ForAll int one,
			@ForAll int other) {
		var file = files.get(Math.floorMod(one, files.size())).key();
		var previous = Optional.of(files.get(Math.floorMod(other, files.size())).key())
			.filter((key) -> !key.equals(file));

		assertThat(VersionChains.of(files, Map.of(file, previous))).filteredOn((place) -> place.file().equals(file))
			.allSatisfy((place) -> {
				assertThat(place.byHand()).isTrue();
				assertThat(place.previous()).isEqualTo(previous);
			});
	}

	@Property(tries = 500)
	void aPairIsWhatItIsEitherWay(@ForAll("files") List<VersionedFile> files) {
		var one = files.getFirst();
		var other = files.getLast();

		assertThat(Kinship.of(one, other).kind()).isEqualTo(Kinship.of(other, one).kind());
	}

	@Property(tries = 500)
	void aPrintThatIsKeptIsReadAsItWas(@ForAll String text) {
		var print = TextPrint.of(text);

		assertThat(TextPrint.read(print.bytes())).contains(print);
		assertThat(print.overlap(print).ofBoth()).isEqualTo((print.runs() == 0) ? 0 : 1);
	}

	@Property(tries = 500)
	void everyNameIsTakenApart(@ForAll String name) {
		var taken = VersionName.of(name);

		assertThat(taken.tie(taken)).isIn(VersionName.Tie.SAME, VersionName.Tie.GENERIC);
	}

	@Provide
	Arbitrary<List<VersionedFile>> files() {
		var names = Arbitraries.of("notat.docx", "notat_v2.docx", "Notat endelig.pdf", "scan.pdf", "Bilag 1.docx",
				"Bilag 2.docx", "faktura.pdf", "budget.xlsx", "ukendt", "Referat 2026-10-12.docx", "x.zip");
		var texts = Arbitraries.of("?", "-", "tram", "tram~20", "lease", "lease~9", "press/", "table", "minutes1");
		return Combinators.combine(names, texts, Arbitraries.integers().between(1, 6))
			.as((name, text, mail) -> VersionPairs.file(name, text, "m" + mail))
			.list()
			.ofMinSize(1)
			.ofMaxSize(30)
			.map((files) -> new ArrayList<>(files.stream()
				.collect(Collectors.toMap(VersionedFile::key, (file) -> file, (file, _) -> file, LinkedHashMap::new))
				.values()));
	}

}
