package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Mode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the journal and the receivers are told of a verdict. */
class VerdictDataTests {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	@Test
	void VA_21_aVerdictNamesTheRevisionTheTextAndTheFilesItIsAbout() {
		var file = new DocumentId("a".repeat(64));
		var ask = new Ask(new AskId("ask_1"), new CaseId("cs_1"), new MessageId("msg_1"), Optional.empty(), ANNA, 2,
				List.of(file), "b".repeat(64), Ask.State.OPEN, AT);
		var decision = new Decision(ask.id(), Outcome.APPROVED, ANNA, ANNA, Decision.Method.MAIL_REPLY, List.of(),
				Optional.empty(), "A2", List.of(), Optional.empty(), ask.documents(),
				Optional.of(new MessageId("msg_2")), "", AT);
		var verdict = new Verdict("vd_1", Verdict.State.ACTIVE, decision, AT, Optional.empty());

		var told = VerdictData.of(new VerdictEvent.CaseDecided(ask.caseId(), CaseNumber.of(2026, 1), CaseState.DECIDED,
				verdict, ask, new PersonId("p_anna"), new PersonId("p_anna"),
				new Source(Optional.of(new DocumentId("c".repeat(64))),
						new Basis("policy-1", "1.0", Optional.of("d".repeat(64)))),
				Mode.LIVE));

		assertThat(told.get("case")).isEqualTo(Map.of("id", "cs_1", "number", "2026-0001", "state", "decided"));
		assertThat(told.get("verdict")).asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.containsEntry("request", "ask_1")
			.containsEntry("revision", 2)
			.containsEntry("text", "sha256:" + "b".repeat(64))
			.containsEntry("basis",
					Map.of("policy", "policy-1", "software", "1.0", "judgement", "sha256:" + "d".repeat(64)))
			.containsEntry("documents", List.of("sha256:" + file.sha256()));
	}

}
