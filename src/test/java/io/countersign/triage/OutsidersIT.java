package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whom a mail names that is doubted learns nothing of the case until it counts. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class OutsidersIT {

	private final Bureau office;

	private final Cases cases;

	OutsidersIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@Test
	void VA_19_whomADoubtedMailNamesWaitsOutsideUntilTheMailCounts() {
		var held = this.office.held(FINN);
		assertThat(this.office.people(held.caseId())).doesNotContain(FINN.address());
		assertThat(this.office.outside(held.caseId())).containsExactly(FINN.address());

		this.office.release(held, EVA);
		assertThat(this.office.people(held.caseId())).doesNotContain(FINN.address());
		this.office.release(held, CLARA);

		assertThat(this.office.people(held.caseId())).contains(FINN.address());
		assertThat(this.office.outside(held.caseId())).isEmpty();
		assertThat(this.office.types(held.caseId())).contains("participants.waiting", "participants.admitted");
	}

	@Test
	void VA_19_whomADoubtedMailNamesComesInWhenAPersonLetsHimIn() {
		var held = this.office.held(FINN);
		var mail = this.office.verdict(held).decision().message().orElseThrow();

		this.cases.admit(held.caseId(), mail, Optional.of(this.office.person(EVA).id()));
		this.cases.admit(held.caseId(), mail, Optional.of(this.office.person(EVA).id()));

		assertThat(this.office.people(held.caseId())).contains(FINN.address());
		assertThat(this.office.verdict(held).state()).as("the mail is doubted as before").isEqualTo(Verdict.State.HELD);
		assertThat(this.office.types(held.caseId())).filteredOn("participants.admitted"::equals).hasSize(1);
	}

	@Test
	void VA_19_whomADoubtedMailNamesComesInWhenItsAuthorConfirmsItByReply() {
		var held = this.office.held(FINN);
		var name = Bureau.messageId(this.office.questions(held).getFirst());

		this.office.answers(held, name, "Godkendt");

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.people(held.caseId()).contains(FINN.address()));
		assertThat(this.office.outside(held.caseId())).isEmpty();
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.SUPERSEDED);
		assertThat(this.office.types(held.caseId())).filteredOn("participants.admitted"::equals).hasSize(1);
	}

	@Test
	void VA_19_whomADoubtedMailNamesStaysOutsideWhenItsAuthorSaysSomethingElse() {
		var held = this.office.held(FINN);
		var contrary = this.office.held(FINN);
		var ask = this.cases.get(held.caseId()).asks().getFirst().internetMessageId().orElseThrow();

		this.office.answers(held, ask, "Godkendt");
		this.office.answers(contrary, Bureau.messageId(this.office.questions(contrary).getFirst()), "Afvist");

		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.cases.get(held.caseId()).outcome().isPresent()
					&& this.cases.get(contrary.caseId()).verdicts().size() == 2);
		assertThat(this.office.outside(held.caseId())).as("the request was answered, the mail not confirmed")
			.containsExactly(FINN.address());
		assertThat(this.office.outside(contrary.caseId())).containsExactly(FINN.address());
	}

	@Test
	void VA_11a_whomADoubtedRequestOnlyInformsComesInWithItsProof() {
		var request = Letter
			.of(CLARA, List.of(BO), "Indstilling fra Clara",
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nClara", Bureau.now())
			.copyTo(FINN)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date());
		this.office.control().place(DAN, "inbox", request.bytes(), Instant.now());
		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.message(request).path("case").isString());
		var id = new CaseId(this.office.message(request).path("case").asString());
		assertThat(this.office.people(id)).contains(CLARA.address(), BO.address()).doesNotContain(FINN.address());

		this.office.control().place(CLARA, "sentitems", request.bytes(), Instant.now());
		this.office.api().watch(CLARA);

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.people(id).contains(FINN.address()));
		assertThat(this.office.outside(id)).isEmpty();
	}

}
