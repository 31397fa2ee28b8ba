package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever has left the organisation is asked nothing more and written to no more. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class LeaversIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final Correspondent FREJA = Correspondent.of("Freja Lund", "freja.lund@min.example");

	private final Bureau office;

	private final Cases cases;

	LeaversIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@Test
	void RL_09_whoHasLeftTheDirectoryGetsNoMailAndNoNewRequest() {
		this.office.control().employ(FREJA, "Departementschef");
		comesToBe(true);
		var id = caseOf(asked(FREJA));
		assertThat(this.cases.get(id).asks()).extracting(Ask::approver).containsExactly(address());

		this.office.control().dismiss(FREJA);
		comesToBe(false);

		decidedElsewhere(id);
		assertThat(this.office.writebacks(id, "RECEIPT")).singleElement()
			.satisfies((receivers) -> assertThat(receivers).contains(DAN.address()).doesNotContain(FREJA.address()));
		var later = asked(FREJA, BO);
		assertThat(this.cases.get(caseOf(later)).asks()).extracting(Ask::approver)
			.containsExactly(new EmailAddress(BO.address()));
	}

	private void comesToBe(boolean inDirectory) {
		this.office.bean(JdbcClient.class).sql("update directory set due_at = now() where attempts = returns").update();
		this.office.bean(DueRows.class).wake("directory");
		await().atMost(SOON)
			.until(() -> this.office.bean(People.class)
				.find(address())
				.filter((person) -> person.inDirectory() == inDirectory)
				.map(Person::inDirectory)
				.isPresent());
	}

	private Letter asked(Correspondent... approvers) {
		var request = Letter.of(DAN, List.of(approvers), "Indstilling " + UUID.randomUUID(),
				"Kære alle\n\nKan I godkende vedlagte indstilling?\n\nDan", Bureau.now());
		// Exchange tells whole seconds, and who left in this one was there in it.
		this.office.control().place(DAN, "sentitems", request.bytes(), Instant.now().plusSeconds(1));
		await().atMost(SOON).until(() -> this.office.message(request).path("case").isString());
		return request;
	}

	private CaseId caseOf(Letter letter) {
		return new CaseId(this.office.message(letter).path("case").asString());
	}

	private void decidedElsewhere(CaseId id) {
		var asked = this.cases.get(id).asks().getFirst().askedAt();
		await().atMost(SOON).until(() -> Instant.now().isAfter(asked));
		this.office.api()
			.post("/cases/%s/asks/%s/verdict".formatted(id, this.cases.get(id).asks().getFirst().id()),
					Map.of("outcome", "APPROVED"), UUID.randomUUID().toString());
	}

	private static EmailAddress address() {
		return new EmailAddress(FREJA.address());
	}

}
