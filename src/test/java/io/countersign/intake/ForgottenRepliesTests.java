package io.countersign.intake;

import java.time.ZonedDateTime;
import java.util.List;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Replies that were left before anybody knew that they matter, and all their copies. */
class ForgottenRepliesTests {

	private static final ZonedDateTime MORNING = ZonedDateTime.parse("2026-11-24T10:00:00+01:00");

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n", MORNING);

	private final Letter reply = this.request.answeredBy(ANNA, "Godkendt.", MORNING.plusHours(1));

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void aRuledOutReplyIsWantedAgainWhenItsParentJoinsACase() {
		this.desk.ruleOut("It was sent by a machine.");
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX, Desk.threading(this.reply));
		assertThat(this.desk.intake().wanted(List.of(arrival))).isEmpty();
		assertThat(this.desk.intake().wanted(List.of(arrival))).isEmpty();

		this.desk.triage((message) -> this.desk.messages().inCase(message.id(), "cs_1", "It opened the case."));
		this.desk.read("bo@min.example", this.request.bytes());

		assertThat(this.desk.resyncs).containsExactly(resync(arrival));
		assertThat(this.desk.intake().wanted(List.of(arrival))).containsExactly(arrival);
		var answer = this.desk.receive(arrival, this.reply.bytes());
		this.desk.untilIdle();
		assertThat(this.desk.ledger()).hasSize(2);
		assertThat(this.desk.ledger(answer).caseId()).isEqualTo("cs_1");
		assertThat(this.desk.intake().wanted(List.of(arrival))).isEmpty();
	}

	@Test
	void anIgnoredReplyIsReadAgainWhenItsParentJoinsACase() {
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "It asks nothing."));
		var arrival = Desk.arrival("anna@min.example", Folder.INBOX, Desk.threading(this.reply));
		var answer = this.desk.receive(arrival, this.reply.bytes());
		this.desk.untilIdle();
		assertThat(this.desk.ledger(answer).state()).isEqualTo("ignored");

		this.desk.triage((message) -> this.desk.messages().inCase(message.id(), "cs_1", "It belongs to the case."));
		this.desk.read("bo@min.example", this.request.bytes());

		assertThat(this.desk.intake().wanted(List.of(arrival))).containsExactly(arrival);
		assertThat(this.desk.receive(arrival, this.reply.bytes())).isEqualTo(answer);
		this.desk.untilIdle();
		assertThat(this.desk.message(answer).sightings()).hasSize(1);
		assertThat(this.desk.ledger(answer).state()).isEqualTo("inCase");
	}

	@Test
	void aCopyThatCameWhileTheReplyWasForgottenIsWantedWithIt() {
		var inbox = Desk.arrival("bo@min.example", Folder.INBOX, Desk.threading(this.reply));
		var sent = Desk.arrival("anna@min.example", Folder.SENT, Desk.threading(this.reply));
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "It asks nothing."));
		var answer = this.desk.receive(inbox, this.reply.bytes());
		this.desk.untilIdle();
		this.desk.receive(sent, this.reply.bytes());

		this.desk.triage((message) -> this.desk.messages().inCase(message.id(), "cs_1", "It belongs to the case."));
		this.desk.read("bo@min.example", this.request.bytes());

		assertThat(this.desk.resyncs).containsExactlyInAnyOrder(resync(inbox), resync(sent));
		assertThat(this.desk.intake().wanted(List.of(inbox, sent))).containsExactly(inbox, sent);
		this.desk.receive(sent, this.reply.bytes());
		this.desk.receive(inbox, this.reply.bytes());
		this.desk.untilIdle();
		assertThat(this.desk.message(answer).sightings()).hasSize(2);
	}

	@Test
	void aCopyThatComesBeforeTheReplyIsFetchedAgainIsWantedAfterIt() {
		var inbox = Desk.arrival("bo@min.example", Folder.INBOX, Desk.threading(this.reply));
		var sent = Desk.arrival("anna@min.example", Folder.SENT, Desk.threading(this.reply));
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "It asks nothing."));
		var answer = this.desk.receive(inbox, this.reply.bytes());
		this.desk.untilIdle();
		this.desk.triage((message) -> this.desk.messages().inCase(message.id(), "cs_1", "It belongs to the case."));
		this.desk.read("bo@min.example", this.request.bytes());

		this.desk.receive(sent, this.reply.bytes());
		assertThat(this.desk.intake().wanted(List.of(sent))).isEmpty();
		this.desk.receive(inbox, this.reply.bytes());

		assertThat(this.desk.resyncs).containsExactly(resync(inbox), resync(sent));
		assertThat(this.desk.intake().wanted(List.of(sent))).containsExactly(sent);
		this.desk.receive(sent, this.reply.bytes());
		this.desk.untilIdle();
		assertThat(this.desk.message(answer).sightings()).hasSize(2);
	}

	private static ResyncWanted resync(Arrival arrival) {
		return new ResyncWanted(arrival.mailbox(), arrival.folder());
	}

}
