package io.countersign.writeback;

import java.util.Set;

import io.countersign.cases.Outcome;
import io.countersign.cases.VerdictEvent;
import io.countersign.connector.Connected;
import io.countersign.journal.Mode;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers are owed, and to whom. */
@ResourceLock(Connected.LOCK)
class IntentionsTests {

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	@Test
	void RL_01_theIntentionCommitsWithTheVerdictOrNotAtAll() {
		var matter = Matter.of(this.office, this.dan, this.anna);
		this.office.bean(TransactionTemplate.class).executeWithoutResult((status) -> {
			matter.decided(Outcome.APPROVED);
			assertThat(matter.writebacks()).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(matter.writebacks()).isEmpty();
		assertThat(verdicts(matter)).isZero();

		matter.decided(Outcome.APPROVED);

		assertThat(matter.writebacks()).hasSize(1);
		assertThat(verdicts(matter)).isOne();
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_01_theSameVerdictIsConfirmedOnceUnderAStableKey() {
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		var key = matter.writebacks().getFirst().id();

		matter.decided(Outcome.APPROVED);
		this.office.sql().sql("delete from writeback where id = ?").param(key).update();
		matter.decided(Outcome.REJECTED);

		assertThat(matter.writebacks()).singleElement()
			.satisfies((other) -> assertThat(other.id()).isNotEqualTo(key).startsWith("wb_"));
	}

	@Test
	void whoDecidesOnThePageAboutOldMailIsAnswered() {
		assertThat(Matter.ofOldMail(this.office, this.dan, this.anna).decided(Outcome.APPROVED).writebacks())
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-generated", "Precedence: bulk", "List-Id: <x.min.example>",
			"X-Autoreply: yes", "Return-Path: <>", "Resent-From: dan@min.example",
			"X-MS-Exchange-Inbox-Rules-Loop: a@min.example", "Sender: Countersign <countersign@min.example>" })
	void RL_07_mailThatAProgramOrWeHaveSentIsNeverAnswered(String header) {
		var request = Matter.letter(this.dan, this.anna).header(header);

		assertThat(Matter.of(this.office, this.dan, this.anna, request).decided(Outcome.APPROVED).writebacks())
			.isEmpty();
	}

	/** Whoever orders a decision cannot keep the others from hearing of its case. */
	@ParameterizedTest
	@ValueSource(strings = { "Resent-From: dan@min.example", "X-MS-Exchange-Inbox-Rules-Loop: a@min.example",
			"Precedence: bulk" })
	void VA_06_whatBecameOfACaseIsToldBesideAMailThatIsNotAnswered(String header) {
		var request = Matter.letter(this.dan, this.anna).header(header);
		var matter = Matter.of(this.office, this.dan, this.anna, request);
		var late = new VerdictEvent.AnswerTooLate(matter.id(), matter.ask().message(), Connected.address(this.anna),
				"It has expired.", Mode.LIVE);

		this.office.bean(TransactionTemplate.class)
			.executeWithoutResult((_) -> this.office.bean(Alerts.class).on(late));

		matter.isAnswered();
		assertThat(matter.writebacks()).singleElement().satisfies((told) -> {
			assertThat(told.kind()).isEqualTo(Writeback.Kind.LATE);
			assertThat(told.answers()).isEmpty();
		});
	}

	@Test
	void RL_07_mailThatCameThroughFiftyServersIsNeverAnswered() {
		assertThat(Matter.of(this.office, this.dan, this.anna, hops(49)).decided(Outcome.APPROVED).writebacks())
			.hasSize(1);
		assertThat(Matter.of(this.office, this.dan, this.anna, hops(50)).decided(Outcome.APPROVED).writebacks())
			.isEmpty();
	}

	@Test
	void RL_09_onlyPeopleOfTheDirectoryAreWrittenTo() {
		var stranger = this.office.stranger();
		var request = Matter.letter(stranger, this.anna)
			.header("Reply-To: thief@elsewhere.example")
			.header("Disposition-Notification-To: thief@elsewhere.example")
			.header("Errors-To: thief@elsewhere.example")
			.copyTo(this.office.stranger());

		var matter = Matter.of(this.office, stranger, this.anna, request).decided(Outcome.APPROVED);

		matter.isAnswered();
		assertThat(matter.receivers()).containsExactly(this.anna.address());
		assertThat(Set.copyOf(matter.writebacks().getFirst().recipients()))
			.containsExactly(Connected.address(this.anna));
	}

	private Letter hops(int count) {
		var request = Matter.letter(this.dan, this.anna);
		for (var hop = 0; hop < count; hop++) {
			request = request.header("Received: from h%d by h%d".formatted(hop, hop + 1));
		}
		return request;
	}

	private long verdicts(Matter matter) {
		return this.office.count("select count(*) from verdict where case_id = ?", matter.id().value());
	}

}
