package io.countersign.triage;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever answers a mail with another version has not answered what was asked. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class OtherVersionsIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final Random random = new Random(20_261_127);

	private final Bureau office;

	private final Cases cases;

	OtherVersionsIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@RepeatedTest(3)
	void anAnswerThatComesTogetherWithAnotherVersionWaitsUntilThatIsReadAndIsHeld() {
		var text = paper();
		var request = asked(text);
		var id = new CaseId(this.office.message(request).path("case").asString());
		var version = brings(request, "Nye tal.txt", text + "\nTabel 1 er rettet.");

		this.office.control().send(version);
		this.office.answers(id, bare(version), "Godkendt");

		held(id, 1);
	}

	@Test
	void anAnswerToAnEarlierVersionThatNobodyAskedAboutIsHeldWhenALaterOneHasCome() {
		var request = asked(paper());
		var id = new CaseId(this.office.message(request).path("case").asString());
		var second = brings(request, "notat_v2.txt", paper());
		var third = brings(request, "notat_v3.txt", paper());
		this.office.control().send(second);
		await().atMost(SOON).until(() -> this.cases.get(id).documents().size() == 2);
		this.office.control().send(third);
		await().atMost(SOON).until(() -> this.cases.get(id).documents().size() == 3);

		this.office.answers(id, bare(second), "Godkendt");
		held(id, 1);

		this.office.answers(id, bare(third), "Godkendt");
		held(id, 2);
	}

	private void held(CaseId id, int verdicts) {
		await().atMost(SOON).until(() -> this.cases.get(id).verdicts().size() == verdicts);
		assertThat(this.cases.get(id).verdicts()).extracting(Verdict::state).containsOnly(Verdict.State.HELD);
		assertThat(sentences(id)).hasSize(verdicts)
			.allSatisfy((gates) -> assertThat(gates)
				.contains("It answers a mail that brought another version of what was asked"));
	}

	private List<String> sentences(CaseId id) {
		return this.cases.get(id).verdicts().stream().map((verdict) -> verdict.decision().toString()).toList();
	}

	/** Long enough to be known again. */
	private String paper() {
		return this.random.ints(400, 0, 900)
			.mapToObj((word) -> "afsnit" + word)
			.collect(Collectors.joining(" ", "Notat\n", "\n"));
	}

	private Letter asked(String text) {
		var letter = Letter
			.of(DAN, List.of(BO), "Notat " + UUID.randomUUID(), "Kære Bo\n\nKan du godkende vedlagte notat?\n\nDan",
					Bureau.now())
			.with("notat_v1.txt", text);
		this.office.control().send(letter);
		await().atMost(SOON).until(() -> this.office.message(letter).path("case").isString());
		return letter;
	}

	private static Letter brings(Letter request, String file, String text) {
		return request.answeredBy(CLARA, "Jeg har set på tallene igen.\n\nClara", Bureau.now())
			.to(BO)
			.copyTo(DAN)
			.with(file, text);
	}

	private static String bare(Letter letter) {
		return letter.messageId().replaceAll("[<>]", "");
	}

}
