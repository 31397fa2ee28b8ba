package io.countersign.connector.graph;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import io.countersign.scenario.Correspondent;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * For each folder that is watched Graph is asked to tell of changes, as long as it is.
 */
@ResourceLock(Connected.LOCK)
class GraphSubscriptionsTests {

	private final Connected office = Connected.office();

	private final Correspondent anna = this.office.watched();

	@Test
	void WH_02_everySubscriptionHasARandomStateOfItsOwn() {
		var other = this.office.watched();

		assertThat(this.office.count("""
				select count(distinct state_hash) from subscription where id like ? or id like ?
				""", this.anna.address() + "/%", other.address() + "/%")).isEqualTo(4);
	}

	@Test
	void WH_05_aSubscriptionIsRenewedAtHalfItsLife() {
		var id = this.anna.address() + "/sentitems";
		assertThat(this.office.count("""
				select count(*) from subscription where id = ?
					and abs(extract(epoch from (expires_at - due_at) - (due_at - now()))) < 120
				""", id)).isOne();
		var remote = this.office.sql()
			.sql("select remote_id from subscription where id = ?")
			.param(id)
			.query(String.class)
			.single();

		this.office.sql()
			.sql("update subscription set due_at = now(), expires_at = now() where id = ?")
			.param(id)
			.update();

		await().until(() -> this.office.count(
				"select count(*) from subscription where id = ? and remote_id = ? and expires_at > now() + interval '71 hours'",
				id, remote) == 1);
		assertThat(this.office.wire().requests("/subscriptions/" + remote)).singleElement()
			.satisfies((request) -> assertThat(request.method()).isEqualTo("PATCH"));
	}

	@Test
	void aSubscriptionNobodyRemembersIsReplaced() {
		var id = this.anna.address() + "/sentitems";
		this.office.sql()
			.sql("update subscription set remote_id = null, state_hash = null, due_at = now() where id = ?")
			.param(id)
			.update();

		await().until(() -> this.office
			.count("select count(*) from subscription where id = ? and remote_id is not null", id) == 1);
		assertThat(this.office.wire().requests("/v1.0/subscriptions/"))
			.anyMatch((one) -> one.method().equals("DELETE"));
	}

	@Test
	void theSubscriptionOfAWatchThatIsTakenAwayIsEnded() {
		var remote = this.office.sql()
			.sql("select remote_id from subscription where id = ?")
			.param(this.anna.address() + "/sentitems")
			.query(String.class)
			.single();

		this.office.bean(Watches.class).remove(Connected.address(this.anna), "a test");

		await().until(() -> this.office.wire()
			.requests("/subscriptions/" + remote)
			.stream()
			.anyMatch((request) -> request.method().equals("DELETE")));
		await().until(() -> this.office.count("select count(*) from dropped_subscription") == 0);
	}

	@Test
	void WH_05_aMailboxThatIsNotReadForAQuarterOfAnHourRaisesTheAlarm() {
		var gauge = this.office.bean(MeterRegistry.class).get("countersign.watch.unread").gauge();
		var before = gauge.value();

		this.office.sql()
			.sql("update watch set read_at = now() - interval '16 minutes' where id = ?")
			.param(this.anna.address() + "/inbox")
			.update();
		assertThat(gauge.value()).isEqualTo(before + 1);

		this.office.read(this.anna);
		assertThat(gauge.value()).isEqualTo(before);
	}

}
