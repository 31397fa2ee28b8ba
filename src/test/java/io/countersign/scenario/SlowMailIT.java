package io.countersign.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Bytes that come slowly belong to one reader, however long they take. */
class SlowMailIT {

	@Test
	void aMailThatTakesLongerThanALeaseIsFetchedOnce() {
		try (var sandbox = Sandbox.start(ProductSettings.SHORT_LEASES)) {
			sandbox.control().employ(DAN, DAN.jobTitle());
			sandbox.control().employ(BO, BO.jobTitle());
			sandbox.api().know(BO, BO.level());
			sandbox.api().watch(BO);
			var file = new byte[200_000];
			new Random(7).nextBytes(file);
			var letter = Letter
				.of(DAN, List.of(BO), "Langsom " + UUID.randomUUID(),
						"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan",
						ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")))
				.with("bilag.txt", HexFormat.of().formatHex(file));
			sandbox.control()
				.fault(Map.of("kind", "trickle", "delay", "14s", "times", 1, "match", Map.of("path", ".*value")));
			sandbox.control().send(letter);

			var path = "/messages?internetMessageId=" + letter.messageId().replace("<", "%3C").replace(">", "%3E");
			await().atMost(Duration.ofSeconds(60)).until(() -> !sandbox.api().all(path).isEmpty());

			assertThat(sandbox.control().requests()).filteredOn((request) -> request.toString().contains("$value"))
				.hasSize(1);
		}
	}

}
