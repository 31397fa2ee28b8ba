package io.countersign.triage;

import java.util.Map;
import java.util.UUID;

import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Programs tell what people have said elsewhere, and decide nothing themselves. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class ToldAnswersIT {

	private final Bureau office;

	private final Cases cases;

	private final JdbcClient database;

	ToldAnswersIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
		this.database = office.bean(JdbcClient.class);
	}

	@Test
	void AU_01_aVerdictThatAProgramTellsBearsItsNameAndIsNoSignedInAct() {
		var held = this.office.held();
		told(held, Map.of("outcome", "REJECTED"));

		var told = this.cases.get(held.caseId()).verdicts().stream().filter(Verdict::counts).findFirst().orElseThrow();
		assertThat(told.decision().level()).isEqualTo("A2");
		assertThat(told.decision().toldBy()).isPresent();
		assertThat(this.database.sql("select actor from entry where stream = ? and type = 'verdict.recorded'")
			.param("case/" + held.caseId())
			.query(String.class)
			.single()).isEqualTo("program:" + told.decision().toldBy().get());
	}

	@Test
	void VA_06_aProgramTellsNothingOfWhatHasExpiredIsYetToComeOrWasNotAsked() {
		var held = this.office.held();

		assertThatThrownBy(() -> told(held, Map.of("outcome", "APPROVED", "decidedAt", "2099-01-01T00:00:00Z")))
			.hasMessageContaining("It lies in the future.");
		assertThatThrownBy(() -> told(held, Map.of("outcome", "APPROVED", "decidedAt", "2020-01-01T00:00:00Z")))
			.hasMessageContaining("The request was made only after it.");
		this.database.sql("update ask set asked_at = asked_at - interval '91 days' where case_id = ?")
			.param(held.caseId().value())
			.update();
		assertThatThrownBy(() -> told(held, Map.of("outcome", "APPROVED")))
			.hasMessageContaining("The request has expired");
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_07_whatAProgramTellsChangesNothingThatSomebodyHasSaidHimself() {
		var held = this.office.held();
		this.office.release(held, EVA);
		this.office.release(held, FINN);

		assertThatThrownBy(() -> told(held, Map.of("outcome", "REJECTED")))
			.hasMessageContaining("has decided otherwise already, and a program does not change that.");
		told(held, Map.of("outcome", "APPROVED"));

		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.APPROVED);
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		assertThat(this.cases.get(held.caseId()).verdicts()).hasSize(1);
	}

	@Test
	void VA_07_ofTwoThingsThatProgramsTellTheLaterCounts() {
		var held = this.office.held();
		told(held, Map.of("outcome", "RETURNED"));
		told(held, Map.of("outcome", "REJECTED"));

		var view = this.cases.get(held.caseId());
		assertThat(view.verdicts()).filteredOn(Verdict::counts)
			.extracting((verdict) -> verdict.decision().outcome())
			.containsExactly(Outcome.REJECTED);
	}

	@Test
	void VA_19_aProgramIsNobodyWhateverItMayDo() {
		var held = this.office.held();

		assertThatThrownBy(() -> this.office.api()
			.post("/cases/%s/verdicts/%s/release".formatted(held.caseId(), held.verdict()), Map.of(), "key"))
			.hasMessageContaining("403");
		assertThat(this.office.entries(held.verdict())).isEmpty();
	}

	private void told(Bureau.Held held, Map<String, String> verdict) {
		var asked = this.cases.get(held.caseId()).asks().getFirst();
		this.office.api()
			.post("/cases/%s/asks/%s/verdict".formatted(held.caseId(), asked.id()), verdict,
					UUID.randomUUID().toString());
	}

}
