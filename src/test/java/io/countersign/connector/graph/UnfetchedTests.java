package io.countersign.connector.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail that cannot be fetched holds up no other and is never forgotten. */
class UnfetchedTests extends WatchedMailbox {

	@Test
	void IN_08_aMailThatIsRefusedHoldsUpNoOther() {
		this.office.watch(this.anna);
		var poison = letter("Gift");
		var id = this.office.tenant().place(this.anna, "inbox", poison.bytes(), Instant.now());
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match", Map.of("path", id.substring(8, 40) + ".*value")));
		this.office.tenant().place(this.anna, "inbox", letter("Efter").bytes(), Instant.now());

		await().atMost(SOON).until(() -> states().equals(List.of("KEPT", "UNFETCHED")));
		assertThat(this.office.count("select count(*) from watch where mailbox = ? and problem is null",
				this.anna.address()))
			.isEqualTo(2);

		this.office.tenant().heal();
		this.office.sql()
			.sql("update unfetched set due_at = now() where watch like ?")
			.param(this.anna.address() + "/%")
			.update();
		await().atMost(SOON).until(() -> states().equals(List.of("KEPT", "KEPT")));
	}

	@Test
	void IN_08_whatCanNeverBeFetchedIsQuarantinedWithASentence() {
		this.office.watch(this.anna);
		var id = this.office.tenant().place(this.anna, "inbox", letter("Gift").bytes(), Instant.now());
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 413, "match", Map.of("path", id.substring(8, 40) + ".*value")));

		await().atMost(Duration.ofSeconds(30)).until(() -> {
			hurryUnfetched();
			return states().equals(List.of("UNFETCHABLE"));
		});
		assertThat(this.office.sql()
			.sql("select reason from sighting where mailbox = ?")
			.param(this.anna.address())
			.query(String.class)
			.single()).startsWith("It could not be fetched from the mailbox: ");
	}

	@Test
	void IN_01_whatIsRefusedInAComparisonIsInTheLedgerUntilItIsFetched() {
		var letter = letter("Fortiet og nægtet");
		this.office.watch(this.anna);
		var id = this.office.tenant().place(this.anna, "inbox", letter.bytes(), Instant.now());
		this.office.read(this.anna);
		await().atMost(SOON).until(() -> {
			forget(letter);
			return states().isEmpty();
		});
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match",
					Map.of("path", "messages.*" + id.substring(8, 40))));

		this.office.bean(Watches.class).compare(Connected.ids(this.anna));
		await().atMost(SOON).until(() -> states().equals(List.of("UNFETCHED")));
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			hurryUnfetched();
			return states().equals(List.of("UNFETCHABLE"));
		});

		this.office.tenant().heal();
		this.office.bean(Watches.class).compare(Connected.ids(this.anna));
		await().atMost(SOON).until(() -> states().equals(List.of("KEPT")));
	}

	@Test
	void IN_07_whatIsWantedAgainAndCannotBeFetchedIsShownAsThat() {
		var letter = letter("Savnet");
		this.office.watch(this.anna);
		var id = this.office.tenant().place(this.anna, "inbox", letter.bytes(), Instant.now());
		this.office.read(this.anna);
		this.office.sql()
			.sql("update sighting set state = 'REVIVED', reason = 'An older reason.' where mailbox = ?")
			.param(this.anna.address())
			.update();
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match", Map.of("path", id.substring(8, 40) + ".*value")));

		this.office.bean(Watches.class).compare(Connected.ids(this.anna));

		await().atMost(SOON).until(() -> states().equals(List.of("UNFETCHED")));
		assertThat(
				this.office.count("select count(*) from sighting where mailbox = ? and reason like 'Its bytes could%'",
						this.anna.address()))
			.isOne();
	}

	@Test
	void IN_07_nothingOfAMailboxThatIsNotWatchedAnyMoreIsRetriedForEver() {
		this.office.watch(this.anna);
		var id = this.office.tenant().place(this.anna, "inbox", letter("Nægtet").bytes(), Instant.now());
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match", Map.of("path", id.substring(8, 40) + ".*value")));
		await().atMost(SOON).until(() -> states().equals(List.of("UNFETCHED")));

		this.office.bean(Watches.class).remove(Connected.address(this.anna), "a test");
		assertThat(states()).containsExactly("GONE");

		this.office.tenant().heal();
		this.office.watch(this.anna);
		await().atMost(SOON).until(() -> states().equals(List.of("KEPT")));
	}

	@Test
	void aMailboxThatIsAwayMakesNoMailInItGone() {
		this.office.watch(this.anna);
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 404, "times", 1, "body",
					"{\"error\":{\"code\":\"MailboxNotEnabledForRESTAPI\",\"message\":\"Inactive.\"}}", "match",
					Map.of("path", this.anna.address() + ".*value")));
		this.office.tenant().send(letter("Uden licens"));

		await().atMost(SOON)
			.until(() -> this.office.count("select count(*) from watch where mailbox = ? and problem like '%RESTAPI%'",
					this.anna.address()) == 1);
		assertThat(states()).isEmpty();

		this.office.sql()
			.sql("update watch set rest_until = null, due_at = now() where mailbox = ?")
			.param(this.anna.address())
			.update();
		await().atMost(SOON).until(() -> states().equals(List.of("KEPT")));
	}

	@Test
	void aFailingMailIsTriedAgainAndThoseBehindItComeFirst() {
		this.office.watch(this.anna);
		var id = this.office.tenant().place(this.anna, "inbox", letter("Brudt").bytes(), Instant.now());
		this.office.tenant()
			.fault(Map.of("kind", "reset", "times", 2, "match", Map.of("path", id.substring(8, 40) + ".*value")));
		this.office.tenant().place(this.anna, "inbox", letter("Efter").bytes(), Instant.now());

		await().atMost(SOON).until(() -> states().equals(List.of("KEPT", "KEPT")));
	}

	private void hurryUnfetched() {
		this.office.sql()
			.sql("update unfetched set due_at = now() where watch like ? and attempts = returns")
			.param(this.anna.address() + "/%")
			.update();
	}

}
