package io.countersign.scenario;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 2: sixteen replies that look alike, eight of which approve. */
class Scenario02RepliesThatLookAlikeIT {

	private static final List<String> APPROVALS = List.of("Ok herfra", "Kør på", "Fint med mig /BL", "Godkendes", "Ja",
			"Approved, thanks", "Godkänt", "Freigegeben");

	/** What else is written, and whether it refuses. An empty line quotes an approval. */
	private static final Map<String, Boolean> OTHERS = others();

	@Test
	void onlyTheEightThatApproveDo() {
		try (var office = Office.open()) {
			var letters = new ArrayList<Letter>();
			var approvals = new LinkedHashMap<Letter, String>();
			var others = new LinkedHashMap<Letter, String>();
			APPROVALS.forEach((words) -> approvals.put(asked(office, approvals.size(), words, letters), words));
			OTHERS.keySet().forEach((words) -> others.put(asked(office, 8 + others.size(), words, letters), words));
			office.settles(letters.toArray(Letter[]::new));

			approvals.forEach((request, words) -> assertThat(outcomes(office, request))
				.as("%s: %s %s", words, office.caseOf(request), office.product().all("/messages?state=new"))
				.isNotEmpty()
				.allMatch((outcome) -> outcome.startsWith("APPROVED")));
			others.forEach((request, words) -> {
				assertThat(outcomes(office, request)).as(words).noneMatch((outcome) -> outcome.startsWith("APPROVED"));
				if (Boolean.TRUE.equals(OTHERS.get(words))) {
					assertThat(outcomes(office, request)).as(words)
						.isNotEmpty()
						.allMatch((outcome) -> outcome.equals("REJECTED") || outcome.equals("RETURNED"));
				}
				else {
					assertThat(outcomes(office, request)).as(words).isEmpty();
				}
			});
		}
	}

	/** Each reply has a request, a requester and an approver of its own. */
	private static Letter asked(Office office, int number, String words, List<Letter> letters) {
		var requester = Correspondent.of("Rune Dam", "rune.dam%d@min.example".formatted(number));
		var approver = Correspondent.of("Birgit Lund", "birgit.lund%d@min.example".formatted(number));
		for (var person : List.of(requester, approver)) {
			office.tenant().employ(person, person == approver ? "Kontorchef" : "Sagsbehandler");
			office.product().know(person, person == approver ? "kontorchef" : "sagsbehandler");
			office.product().watch(person);
		}
		var request = Letter
			.of(requester, List.of(approver), "Indstilling om møbler til kontor " + number,
					"Kære Birgit\n\nKan du godkende vedlagte indstilling?\n\nHilsen Rune", now())
			.with("indstilling.txt", "Vi køber møbler til kontor " + number);
		var quoted = words.isEmpty() ? "\n\nFra: Bo Lind <bo.lind@min.example>\nSendt: 24. november 2026 09:00\n"
				+ "Til: Birgit Lund\nEmne: Indstilling\n\nGodkendt\nBo" : request.quoted();
		var reply = request.answeredBy(approver, words + quoted, now().plusSeconds(1));
		office.tenant().send(request);
		office.tenant().send(reply);
		letters.add(request);
		letters.add(reply);
		return request;
	}

	private static List<String> outcomes(Office office, Letter request) {
		return office.caseOf(request)
			.path("verdicts")
			.valueStream()
			.filter((verdict) -> verdict.path("state").asString().equals("ACTIVE"))
			.map((verdict) -> verdict.path("outcome").asString())
			.toList();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static Map<String, Boolean> others() {
		var others = new LinkedHashMap<String, Boolean>();
		others.put("Ikke godkendt", true);
		others.put("Jeg kan ikke godkende dette endnu", false);
		others.put("Er det godkendt af FM?", false);
		others.put("Ok, jeg kigger på det i morgen", false);
		others.put("Godkendt? Det er vist for tidligt", false);
		others.put("Not ok", true);
		others.put("Lad os drøfte", false);
		others.put("", false);
		return others;
	}

}
