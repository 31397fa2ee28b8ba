package io.countersign.pages;

import java.time.Duration;
import java.util.List;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.triage.Review;
import io.countersign.triage.Reviews;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** For each test a morning of its own, in a house they share. */
@ResourceLock(providers = OneHouse.class)
@ExtendWith(OneHouse.class)
abstract class Morning {

	House house;

	Window window;

	Ministry ministry;

	@BeforeEach
	void begins(House house, Window window) {
		this.house = house;
		this.window = window;
		house.signedInFor(Duration.ZERO);
		this.ministry = Ministry.of(house);
	}

	/** What was answered on a page and can be taken back is due now. */
	void answersAreSent() {
		var database = this.house.bean(JdbcClient.class);
		database.sql("update pending_answer set due_at = now() where state = 'PENDING'").update();
		this.house.bean(DueRows.class).wake("pending_answer");
		await().until(() -> database.sql("select count(*) from pending_answer where state = 'PENDING'")
			.query(Long.class)
			.single() == 0);
	}

	List<Verdict> verdicts(CaseId id, Staff approver) {
		return view(id).verdicts()
			.stream()
			.filter((verdict) -> verdict.decision().decidedFor().equals(approver.email()))
			.toList();
	}

	String number(CaseId id) {
		return view(id).number().value();
	}

	/** The last mail that waits for a person for such a reason. */
	MessageId doubt(String reason) {
		return this.house.bean(Reviews.class)
			.doubted(Staff.EVA.forAll(), 5_000)
			.reversed()
			.stream()
			.filter((review) -> review.reason().contains(reason))
			.map(Review::message)
			.findFirst()
			.orElseThrow();
	}

	CaseView view(CaseId id) {
		return this.house.bean(Cases.class).get(id);
	}

	@AfterEach
	void nothingWasRefusedByTheBrowser() {
		assertThat(this.window.complaints()).noneMatch((said) -> said.contains("Content Security Policy"));
	}

}
