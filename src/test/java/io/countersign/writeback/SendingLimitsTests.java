package io.countersign.writeback;

import java.util.stream.IntStream;

import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
import io.countersign.scenario.Correspondent;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nobody is flooded, however much happens at once. */
@ResourceLock(Connected.LOCK)
class SendingLimitsTests {

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	@Test
	void RL_08_aThreadGetsTwoMailsAnHourAndTheThirdIsHeldAndTold() {
		var held = held();
		var matter = Matter.of(this.office, this.dan, this.office.somebody())
			.decided(Outcome.APPROVED)
			.decided(Outcome.REJECTED)
			.decided(Outcome.APPROVED);

		await()
			.until(() -> matter.writebacks().stream().filter((one) -> one.state() == Writeback.State.SENT).count() == 2
					&& matter.writebacks().stream().anyMatch((one) -> one.problem().isPresent()));
		assertThat(matter.writebacks()).hasSize(3)
			.filteredOn((one) -> one.state() == Writeback.State.DUE)
			.singleElement()
			.satisfies((one) -> assertThat(one.problem())
				.contains("This thread has had 2 automatic mails within an hour."));
		assertThat(matter.sent()).hasSize(2);
		assertThat(held()).isGreaterThan(held);

		this.office.sql()
			.sql("""
					update writeback set counted_at = counted_at - interval '61 minutes', due_at = case when due_at is not null then now() end
					where case_id = ?
					""")
			.param(matter.id().value())
			.update();
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(3);
	}

	@Test
	void RL_08_anAddressGetsFiveMailsAnHourHoweverManySendersThereAre() {
		var matters = IntStream.range(0, 8)
			.mapToObj((_) -> Matter.of(this.office, this.dan, this.office.somebody()))
			.toList();
		matters.forEach((matter) -> matter.decided(Outcome.APPROVED));

		await().until(() -> matters.stream()
			.flatMap((matter) -> matter.writebacks().stream())
			.allMatch((one) -> one.state() == Writeback.State.SENT || one.problem().isPresent()));
		assertThat(matters.stream().mapToInt((matter) -> matter.sent().size()).sum()).isEqualTo(5);
	}

	@Test
	void RL_08_anAddressGetsTwentyMailsADay() {
		var earlier = Matter.of(this.office, this.dan, this.office.somebody()).decided(Outcome.APPROVED);
		earlier.isAnswered();
		this.office.sql()
			.sql("""
					insert into writeback (id, case_id, kind, answers, recipients, internet_message_id, state, sent_at, counted_at)
					select id || n, case_id, kind, answers, recipients, internet_message_id || n, state, sent_at,
						now() - interval '5 hours' from writeback, generate_series(1, 19) n where case_id = ?
					""")
			.param(earlier.id().value())
			.update();

		var late = Matter.of(this.office, this.dan, this.office.somebody()).decided(Outcome.APPROVED);

		await().until(() -> late.writebacks().getFirst().problem().isPresent());
		assertThat(late.writebacks().getFirst().problem())
			.contains("One of its receivers has had 20 automatic mails within a day.");
	}

	private double held() {
		return this.office.bean(MeterRegistry.class).get("countersign.writeback.held").counter().count();
	}

}
