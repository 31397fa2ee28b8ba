package io.countersign.connector.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import io.countersign.connector.Wiretap;
import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is read in a watched mailbox, over the wire and with what goes wrong on it. */
class GraphReadingTests extends WatchedMailbox {

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

	private List<Wiretap.Request> deltas(String folder, Instant from) {
		return this.office.wire()
			.requests(this.anna.address())
			.stream()
			.filter((one) -> one.path().contains("delta") && one.path().contains(folder) && one.at().isAfter(from))
			.toList();
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
	void IN_05_aPlaceThatAServerOfOnesOwnGaveIsNoneHere() {
		this.office.watch(this.anna);
		this.office.sql()
			.sql("update watch set bookmark = '1764000000:7' where mailbox = ?")
			.param(this.anna.address())
			.update();

		this.office.tenant().place(this.anna, "inbox", letter("Efter flytningen").bytes(), Instant.now());

		await().atMost(SOON).until(() -> this.office.seen(this.anna) == 1);
		await().atMost(SOON)
			.until(() -> this.office.count(
					"select count(*) from watch where mailbox = ? and folder = 'INBOX' and bookmark like 'http%'",
					this.anna.address()) == 1);
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

}
