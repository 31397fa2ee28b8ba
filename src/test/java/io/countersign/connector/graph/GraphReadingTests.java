package io.countersign.connector.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import io.countersign.connector.Wiretap;
import io.countersign.intake.Folder;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is read in a watched mailbox, over the wire and with what goes wrong on it. */
class GraphReadingTests {

	private static final Duration SOON = Duration.ofSeconds(40);

	private final Connected office = Connected.office();

	private final Correspondent anna = this.office.somebody();

	private final Correspondent bo = this.office.somebody();

	@AfterEach
	void heal() {
		this.office.tenant().heal();
		this.office.tenant().habit(Map.of("manyForms", false, "clockAhead", 0));
	}

	@Test
	void IN_04_everyRequestAsksForImmutableIds() {
		this.office.watch(this.anna);
		for (var number = 0; number < 7; number++) {
			this.office.tenant().send(letter("Brev " + number));
		}
		this.office.read(this.anna);

		assertThat(this.office.seen(this.anna)).isEqualTo(7);
		assertThat(this.office.wire().requests("/v1.0/")).hasSizeGreaterThan(10)
			.allSatisfy((request) -> assertThat(request.prefer()).as(request.toString())
				.anyMatch((value) -> value.contains("IdType=\"ImmutableId\"")));
	}

	@Test
	void IN_19_whenAnItemWasMadeIsWhatGraphSaysAndNotItsOwner() {
		this.office.watch(this.anna);
		var made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		this.office.tenant()
			.place(this.anna, "sentitems", letter("Tilbagedateret").bytes(), made.minusSeconds(86_400), made);
		this.office.read(this.anna);

		assertThat(this.office.count("select count(*) from sighting where mailbox = ? and not_before = ?::timestamptz",
				this.anna.address(), made.toString()))
			.isOne();
	}

	@Test
	void IN_05_aNotificationIsAHintAndTheMailIsReadByDelta() {
		this.office.watch(this.anna);
		this.office.tenant().send(letter("Med besked"));

		await().atMost(SOON).until(() -> this.office.seen(this.anna) == 1);
	}

	@Test
	void IN_05_whatNoNotificationToldOfIsReadAtTheNextTurn() {
		this.office.watch(this.anna);
		this.office.tenant().fault(Map.of("kind", "drop-notifications"));
		this.office.tenant().send(letter("Uden besked"));
		assertThat(this.office.seen(this.anna)).isZero();

		this.office.read(this.anna);

		assertThat(this.office.seen(this.anna)).isOne();
	}

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
	void IN_06_aForgottenPlaceIsWalkedAnewAndChangesNothingForMailsThatAreKnown() {
		for (var number = 0; number < 12; number++) {
			this.office.tenant().send(letter("Kendt " + number));
		}
		this.office.watch(this.anna);
		var known = ledger();
		assertThat(this.office.seen(this.anna)).isEqualTo(12);
		var fetched = fetched();

		this.office.tenant().fault(Map.of("kind", "expire-delta"));
		this.office.tenant().send(letter("Ny"));
		this.office.read(this.anna);

		assertThat(this.office.seen(this.anna)).isEqualTo(13);
		assertThat(ledger()).containsAll(known);
		assertThat(fetched()).isEqualTo(fetched + 1);
	}

	@Test
	void IN_06_theStateMayBeLostInMidWalkAndUnderAnyStatus() {
		for (var number = 0; number < 12; number++) {
			this.office.tenant().send(letter("Langt " + number));
		}
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 410, "times", 1, "match",
					Map.of("method", "GET", "path", "skiptoken")));
		this.office.watch(this.anna);

		assertThat(this.office.seen(this.anna)).isEqualTo(12);
	}

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

	@Test
	void IN_06_aFolderWhosePlaceIsForgottenAgainAndAgainIsReadToItsEnd() {
		for (var number = 0; number < 40; number++) {
			this.office.tenant().place(this.anna, "inbox", letter("Sag " + number).bytes(), Instant.now());
		}
		this.office.tenant()
			.fault(Map.of("kind", "expire-delta", "status", 410, "every", 3, "match",
					Map.of("path", "%s.*/delta".formatted(this.anna.address().replace(".", "\\.")))));

		this.office.bean(Watches.class)
			.put(Connected.address(this.anna), EnumSet.of(Folder.INBOX, Folder.SENT), "a test");

		await().atMost(Duration.ofSeconds(60)).until(() -> this.office.seen(this.anna) == 40);
		await().atMost(SOON)
			.until(() -> this.office.count("select count(*) from watch where mailbox = ? and read_at is not null",
					this.anna.address()) == 2);
	}

	@Test
	void IN_19_timesOfAnyFormAreTheSameTimes() {
		this.office.watch(this.anna);
		this.office.tenant().habit(Map.of("manyForms", true, "clockAhead", 7_200_000));
		for (var second = 0; second < 8; second++) {
			this.office.tenant()
				.place(this.anna, "inbox", letter("Tid " + second).bytes(),
						Instant.parse("2026-11-24T08:00:0%dZ".formatted(second)));
		}

		await().atMost(SOON).until(() -> this.office.seen(this.anna) == 8);

		assertThat(this.office.sql()
			.sql("select received_at from sighting where mailbox = ? order by received_at")
			.param(this.anna.address())
			.query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.list()).hasSize(8).first().isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
	}

	@Test
	void aForgottenSubscriptionIsFoundOnWhateverPageItIs() {
		this.office.watched();
		this.office.watched();
		this.office.watch(this.anna);
		var before = subscriptions();

		this.office.sql()
			.sql("update subscription set remote_id = null, due_at = now() where id like ?")
			.param(this.anna.address() + "/%")
			.update();
		this.office.bean(DueRows.class).wake("subscription");

		await().atMost(SOON).until(() -> subscriptions().size() == 2);
		assertThat(subscriptions()).doesNotContainAnyElementsOf(before);
	}

	@Test
	void IN_18_nothingInAWatchedMailboxIsChanged() {
		for (var number = 0; number < 6; number++) {
			this.office.tenant().send(letter("Urørt " + number));
		}
		var before = this.office.tenant().snapshot(this.anna);
		this.office.watch(this.anna);
		this.office.bean(Watches.class).compare(Connected.ids(this.anna));
		this.office.read(this.anna);

		assertThat(this.office.seen(this.anna)).isEqualTo(6);
		assertThat(this.office.tenant().snapshot(this.anna)).isEqualTo(before);
		assertThat(this.office.wire().requests("/users/" + this.anna.address())).hasSizeGreaterThan(6)
			.noneMatch(Wiretap.Request::changes);
	}

	@Test
	void RL_05_noFolderOfAMailboxIsReadBeforeRetryAfterIsOver() {
		this.office.watch(this.anna);
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 429, "times", 1, "headers", Map.of("Retry-After", "3"), "match",
					Map.of("path", "inbox.*delta")));
		var from = Instant.now();
		this.office.turn(this.anna);
		await().atMost(SOON).until(() -> !deltas("inbox", from).isEmpty());
		var told = deltas("inbox", from).getFirst().at();
		this.office.bean(Watches.class).hint(Connected.ids(this.anna));

		await().atMost(SOON).until(() -> deltas("inbox", from).size() >= 2);
		assertThat(deltas("", told.plusMillis(500)))
			.allSatisfy((one) -> assertThat(one.at()).isAfterOrEqualTo(told.plusMillis(2_990)));
	}

	private Letter letter(String subject) {
		return Letter.of(this.bo, List.of(this.anna), subject, "Hej\n",
				ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
	}

	private List<Wiretap.Request> deltas(String folder, Instant from) {
		return this.office.wire()
			.requests(this.anna.address())
			.stream()
			.filter((one) -> one.path().contains("delta") && one.path().contains(folder) && one.at().isAfter(from))
			.toList();
	}

	private long listings() {
		return this.office.wire()
			.requests(this.anna.address() + "/mailFolders/")
			.stream()
			.filter((one) -> one.path().contains("$top=500"))
			.count();
	}

	private long fetched() {
		return this.office.wire()
			.requests(this.anna.address())
			.stream()
			.filter((one) -> one.path().endsWith("$value"))
			.count();
	}

	private List<String> ledger() {
		return this.office.sql()
			.sql("select s::text from sighting s where mailbox = ?")
			.param(this.anna.address())
			.query((row, _) -> row.getString(1))
			.list();
	}

	private List<String> states() {
		return this.office.sql()
			.sql("select state from sighting where mailbox = ? order by 1")
			.param(this.anna.address())
			.query((row, _) -> row.getString(1))
			.list();
	}

	private void hurryUnfetched() {
		this.office.sql()
			.sql("update unfetched set due_at = now() where watch like ? and attempts = returns")
			.param(this.anna.address() + "/%")
			.update();
	}

	private List<String> subscriptions() {
		return this.office.sql()
			.sql("select remote_id from subscription where id like ? and remote_id is not null")
			.param(this.anna.address() + "/%")
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** As if the changes had passed over this mail. */
	private void forget(Letter letter) {
		this.office.sql()
			.sql("""
					delete from sighting where mailbox = :mailbox and message = (
						select message from mail where parsed -> 'threading' ->> 'messageId' = :id)
					""")
			.param("mailbox", this.anna.address())
			.param("id", letter.messageId().replaceAll("[<>]", ""))
			.update();
	}

}
