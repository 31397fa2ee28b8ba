package io.countersign.documents;

import java.util.Arrays;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.pdfbox.util.Version;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reads the files of strangers is no older than what repaired its last known holes.
 * That it is 4.2 of Tika is still owed: decision 5 says why.
 */
class ParserVersionsTests {

	@Test
	void AT_10_noParserIsOlderThanTheRepairOfItsLastKnownHoles() {
		isAtLeast(Tika.getString().replaceAll("[^0-9.]", ""), "3.2.2");
		isAtLeast(Version.getVersion(), "3.0.6");
		isAtLeast(org.apache.poi.Version.getVersion(), "5.4.0");
		isAtLeast(ZipArchiveEntry.class.getPackage().getImplementationVersion(), "1.26.0");
	}

	private static void isAtLeast(String version, String least) {
		assertThat(Arrays.compare(numbers(version), numbers(least))).as(version).isNotNegative();
	}

	private static Integer[] numbers(String version) {
		return Arrays.stream(version.split("[^0-9]+")).map(Integer::valueOf).toArray(Integer[]::new);
	}

}
