package io.countersign.protection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import io.countersign.identity.EmailAddress;
import io.countersign.scenario.Cast;
import io.countersign.scenario.Letter;
import io.countersign.scenario.Sandbox;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever asks what there is about him gets it in a form that other programs read. */
class PersonDataIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void DP_05_allThereIsAboutAPersonComesAsLinesOfJsonAndMailsAsTheyCame() throws IOException {
		try (var office = Sandbox.withSecretariat(EVA, Map.of())) {
			for (var person : Cast.values()) {
				office.control().employ(person, person.jobTitle());
				office.api().know(person, person.level());
			}
			office.api().watch(DAN);
			var letter = Letter.of(DAN, List.of(BO), "Indstilling om lejemål",
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan",
					ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
			office.control().send(letter);
			await().atMost(Duration.ofSeconds(60))
				.until(() -> office.api().all("/messages").stream().anyMatch((one) -> one.path("case").isString()));

			var bo = exported(office, BO.address());
			var finn = exported(office, FINN.address());

			assertThat(bo.get("person.jsonl")).contains(BO.displayName());
			assertThat(bo.get("cases.jsonl")).contains("Indstilling om lejemål", "APPROVER");
			assertThat(bo.get("asks.jsonl")).contains(BO.address());
			assertThat(bo.get("journal.jsonl")).contains("request.sent");
			assertThat(bo.entrySet()).anySatisfy((file) -> {
				assertThat(file.getKey()).matches("mails/msg_.*\\.eml");
				assertThat(file.getValue()).contains(letter.messageId());
			});
			assertThat(bo.entrySet()).filteredOn((file) -> file.getKey().endsWith(".jsonl"))
				.allSatisfy((file) -> file.getValue().lines().forEach(JSON::readTree));
			assertThat(finn.get("person.jsonl")).contains(FINN.displayName());
			assertThat(finn.get("cases.jsonl")).isEmpty();
			assertThat(finn.keySet()).noneMatch((name) -> name.endsWith(".eml"));
		}
	}

	private static Map<String, String> exported(Sandbox office, String address) throws IOException {
		var out = new ByteArrayOutputStream();
		office.bean(PersonData.class).write(new EmailAddress(address), out);
		var files = new HashMap<String, String>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}
