package io.countersign.protection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadDoorsTests {

	/** Behind these there is nothing of a case, or only what another door has shown. */
	private static final Set<String> SHOW_NOTHING = Set.of("/api/v1/holds", "/api/v1/mandates",
			"/api/v1/openapi.json.yaml", "/api/v1/openapi.json", "/api/v1/people", "/api/v1/status", "/api/v1/watches",
			"/board/changes", "/cases/{id}/changes", "/d/{token}", "/error", "/mandates", "/order", "/sign-in/reach",
			"/signed-out", "/unsent");

	/** {@code RightsIT} fails for a door that is not in that table. */
	@Test
	void DP_04_everyDoorThatIsReadAtIsNotedOrShowsNothing() throws IOException {
		var doors = Files.readAllLines(Path.of("src", "docs", "rights.md"))
			.stream()
			.filter((line) -> line.startsWith("| `GET "))
			.map((line) -> line.substring("| `GET ".length(), line.indexOf('`', 3)))
			.toList();

		assertThat(doors).hasSizeGreaterThan(40);
		assertThat(doors.stream().filter((door) -> ReadDoors.kind(door).isEmpty()))
			.containsExactlyInAnyOrderElementsOf(SHOW_NOTHING);
	}

}
