package io.countersign.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.countersign.reading.RequestReading.Intent;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story the product shows itself with: what matters in it is found, and only that.
 */
class MinistryMorningTests {

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	private static final Set<String> APPROVALS = Set.of("s412", "lease", "budget", "press", "hearing", "travel", "dpa",
			"speech", "hire", "complaint", "agenda", "grant", "s418");

	private static final Set<String> ORDERS = Set.of("bus", "release");

	private final Map<String, Correspondent> people = new HashMap<>();

	private final Map<String, Reading> readings = new HashMap<>();

	private final Map<String, Gist> gists = new HashMap<>();

	MinistryMorningTests() throws IOException {
		var story = new Yaml().<Map<String, List<Map<String, Object>>>>load(
				Files.readString(Path.of("src/test/resources/sandbox/story/ministry.yaml")));
		for (var group : List.of("people", "outside")) {
			story.getOrDefault(group, List.of())
				.forEach((one) -> this.people.put(text(one, "key"),
						new Correspondent(text(one, "name"), text(one, "address"))));
		}
		var reader = new Reader();
		for (var mail : story.getOrDefault("mails", List.of())) {
			// What comes from a list is ruled out by its header before anybody reads it.
			if (!mail.containsKey("list")) {
				this.readings.put(text(mail, "id"), reader.read(mail(mail)));
				this.gists.put(text(mail, "id"), reader.readGist(mail(mail)));
			}
		}
	}

	@Test
	void whatAMailAsksInShortIsWhatItsWholeReadingSays() {
		assertThat(this.readings).hasSizeGreaterThan(30).allSatisfy((id, reading) -> {
			var request = reading.request();
			assertThat(this.gists.get(id)).as(id)
				.matches((gist) -> reading.automatic() || gist.equals(new Gist(request.intent(), request.reason())));
		});
	}

	@Test
	void everyRequestForADecisionIsFoundAndSureEnoughToOpenACase() {
		assertThat(APPROVALS).allSatisfy((id) -> {
			assertThat(request(id).intent()).as(id).isEqualTo(Intent.APPROVAL_REQUEST);
			assertThat(request(id).confidence()).as(id).isGreaterThanOrEqualTo(0.6);
		});
	}

	@Test
	void everyOrderIsFound() {
		assertThat(ORDERS).allSatisfy((id) -> assertThat(request(id).intent()).as(id).isEqualTo(Intent.TASK_ORDER));
	}

	@Test
	void nothingElseThatOpensAThreadIsTakenForARequestOrAnOrder() {
		var taken = new TreeSet<String>();
		this.readings.forEach((id, reading) -> {
			if (List.of(Intent.APPROVAL_REQUEST, Intent.TASK_ORDER).contains(reading.request().intent())) {
				taken.add(id);
			}
		});

		taken.removeAll(APPROVALS);
		taken.removeAll(ORDERS);
		// Answers into a case are read for their verdict, not for what they ask.
		assertThat(taken).isSubsetOf("s412-yes", "hearing-yes", "budget-back", "grant-yes", "complaint-talk",
				"lease-yes", "travel-yes");
	}

	@Test
	void deadlinesAreThoseTheMailsName() {
		assertThat(due("s412")).hasValue(LocalDateTime.of(2026, 11, 27, 12, 0));
		assertThat(due("budget")).hasValue(LocalDateTime.of(2026, 11, 27, 15, 0));
		assertThat(due("press")).hasValue(LocalDateTime.of(2026, 11, 24, 16, 0));
		assertThat(due("agenda")).hasValue(LocalDateTime.of(2026, 11, 27, 9, 0));
		assertThat(due("bus")).hasValue(LocalDateTime.of(2026, 11, 27, 10, 0));
		assertThat(due("release")).hasValue(LocalDateTime.of(2026, 11, 27, 12, 0));
		assertThat(due("lease")).hasValue(LocalDateTime.of(2026, 11, 27, 23, 59));
		assertThat(due("speech")).hasValue(LocalDateTime.of(2026, 11, 27, 12, 0));
		assertThat(due("s418")).hasValue(LocalDateTime.of(2026, 11, 27, 14, 0));
		assertThat(due("grant")).hasValue(LocalDateTime.of(2026, 11, 27, 23, 59));
		assertThat(due("complaint")).hasValue(LocalDateTime.of(2026, 11, 27, 23, 59));
		assertThat(due("hearing")).hasValue(LocalDateTime.of(2026, 11, 27, 23, 59));
	}

	private RequestReading request(String id) {
		return Optional.ofNullable(this.readings.get(id)).orElseThrow().request();
	}

	private Optional<LocalDateTime> due(String id) {
		return request(id).deadline().flatMap(Deadline::at).map((at) -> LocalDateTime.ofInstant(at, ZONE));
	}

	private Mail mail(Map<String, Object> mail) {
		var isEnglish = "en".equals(mail.get("lang"));
		var text = text(mail, "text").replaceAll("\\{\\+\\d}",
				isEnglish ? "Friday 27 November" : "fredag den 27. november");
		return new Mail(text(mail, "subject"), Optional.of(text), Optional.empty(),
				Optional.ofNullable(this.people.get(text(mail, "from"))), Optional.empty(), people(mail, "to"),
				people(mail, "cc"), Optional.of(LocalDateTime.of(2026, 11, 24, 9, 0).atZone(ZONE).toInstant()), ZONE,
				Optional.empty());
	}

	private List<Correspondent> people(Map<String, Object> mail, String field) {
		var found = new ArrayList<Correspondent>();
		if (mail.get(field) instanceof List<?> keys) {
			keys.forEach((key) -> Optional.ofNullable(this.people.get(String.valueOf(key))).ifPresent(found::add));
		}
		return found;
	}

	private static String text(Map<String, Object> map, String key) {
		var value = map.get(key);
		return (value != null) ? value.toString() : "";
	}

}
