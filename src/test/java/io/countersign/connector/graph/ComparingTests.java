package io.countersign.connector.graph;

import java.util.List;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Folders are compared with what is known of them, for changes do not tell everything.
 */
class ComparingTests extends WatchedMailbox {

	@Test
	void IN_05_aMissedEventMakesTheFoldersCompared() {
		this.office.watch(this.anna);
		var before = listings();

		this.office.tenant().lifecycle("missed");

		await().atMost(SOON).until(() -> listings() == before + 2);
	}

	@Test
	void IN_05_aRemovedSubscriptionIsMadeAnewAndTheFoldersAreCompared() {
		this.office.watch(this.anna);
		var before = listings();
		var removed = subscriptions();

		this.office.tenant().lifecycle("subscriptionRemoved");

		await().atMost(SOON).until(() -> listings() >= before + 2);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(subscriptions()).hasSize(2).doesNotContainAnyElementsOf(removed));
	}

	@Test
	void IN_05_theFoldersAreComparedOnceADayAndAfterAGap() {
		this.office.watch(this.anna);
		var before = listings();

		this.office.read(this.anna);
		assertThat(listings()).isEqualTo(before);
		assertThat(this.office.count("""
				select count(*) from watch where mailbox = ?
					and compare_at between now() + interval '23 hours' and now() + interval '25 hours'
				""", this.anna.address())).isEqualTo(2);

		this.office.sql()
			.sql("update watch set compare_at = now() where mailbox = ?")
			.param(this.anna.address())
			.update();
		this.office.read(this.anna);
		assertThat(listings()).isEqualTo(before + 2);

		this.office.sql()
			.sql("update watch set read_at = now() - interval '20 minutes', due_at = now() where mailbox = ?")
			.param(this.anna.address())
			.update();
		await().atMost(SOON).until(() -> listings() == before + 4);
	}

	@Test
	void IN_05_comparingFindsWhatTheChangesNeverToldOf() {
		this.office.tenant().send(letter("Før"));
		this.office.watch(this.anna);
		var letter = letter("Fortiet");
		this.office.tenant().send(letter);
		this.office.read(this.anna);
		assertThat(this.office.seen(this.anna)).isEqualTo(2);
		this.office.sql()
			.sql("update watch set compare_at = now() + interval '1 day' where mailbox = ?")
			.param(this.anna.address())
			.update();
		forget(letter);
		this.office.read(this.anna);
		assertThat(this.office.seen(this.anna)).isOne();

		this.office.bean(Watches.class).compare(Connected.ids(this.anna));

		await().atMost(SOON).until(() -> this.office.seen(this.anna) == 2);
	}

	@Test
	void aForgottenSubscriptionIsFoundOnWhateverPageItIs() {
		this.office.watched();
		this.office.watched();
		this.office.watch(this.anna);
		await().atMost(SOON).until(() -> rememberedSubscriptions() == 2);
		var before = subscriptions();

		this.office.sql()
			.sql("update subscription set remote_id = null, due_at = now() where id like ?")
			.param(this.anna.address() + "/%")
			.update();
		this.office.bean(DueRows.class).wake("subscription");

		await().atMost(SOON).until(() -> subscriptions().size() == 2);
		assertThat(subscriptions()).doesNotContainAnyElementsOf(before);
	}

	/** Whoever still works on one would say afterwards when it is due. */
	private long rememberedSubscriptions() {
		return this.office.sql()
			.sql("select count(*) from subscription where remote_id is not null and attempts = returns and id like ?")
			.param(this.anna.address() + "/%")
			.query(Long.class)
			.single();
	}

	private long listings() {
		return this.office.wire()
			.requests(this.anna.address() + "/mailFolders/")
			.stream()
			.filter((one) -> one.path().contains("$top=500"))
			.count();
	}

	private List<String> subscriptions() {
		return this.office.sql()
			.sql("select remote_id from subscription where id like ? and remote_id is not null")
			.param(this.anna.address() + "/%")
			.query((row, _) -> row.getString(1))
			.list();
	}

}
