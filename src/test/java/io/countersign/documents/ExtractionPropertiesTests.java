package io.countersign.documents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.countersign.documents.extraction.ReadingLimits;
import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractionPropertiesTests {

	@Test
	void AT_02_theDefaultsAreTheLimitsThatWereAsked() {
		var limits = new ReadingLimits(Duration.ofSeconds(30), DataSize.ofMegabytes(512), 10_000_000, 1_000,
				DataSize.ofMegabytes(200), 10, 100, 100, 100);

		assertThat(Configured.from(ExtractionProperties.class, Map.of()))
			.isEqualTo(new ExtractionProperties(true, 1, Duration.ofSeconds(5), List.of(), limits));
		assertThat(ReadingLimits.DEFAULT).isEqualTo(limits);
	}

	@Test
	void AT_02_everyLimitBinds() {
		var values = new HashMap<String, String>(Map.of("enabled", "false", "readers", "2", "every", "3s",
				"confinement", "bwrap,--unshare-all", "limits.time", "4s"));
		values.putAll(Map.of("limits.heap", "5MB", "limits.characters", "6", "limits.files", "7", "limits.unpacked",
				"8MB", "limits.depth", "9", "limits.xml-depth", "10", "limits.ratio", "11", "limits.megapixels", "12"));

		assertThat(Configured.from(ExtractionProperties.class, values)).isEqualTo(new ExtractionProperties(false, 2,
				Duration.ofSeconds(3), List.of("bwrap", "--unshare-all"), new ReadingLimits(Duration.ofSeconds(4),
						DataSize.ofMegabytes(5), 6, 7, DataSize.ofMegabytes(8), 9, 10, 11, 12)));
	}

	@Test
	void theReadingProcessHasTheClassesOfThisOne() {
		assertThat(ChildCommand.program("/a/classes:/b/some.jar")).containsExactly("-cp", "/a/classes:/b/some.jar",
				"io.countersign.documents.extraction.Extractor");
	}

	@Test
	void theReadingProcessFindsWhatThisOneWasStartedFromByARelativePath() {
		assertThat(ChildCommand.program("target/countersign.jar")).startsWith("-cp",
				Path.of("target", "countersign.jar").toAbsolutePath().toString());
	}

}
