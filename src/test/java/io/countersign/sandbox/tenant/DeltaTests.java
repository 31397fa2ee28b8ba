package io.countersign.sandbox.tenant;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Items 5 to 7: replays, resets and moves. */
@ResourceLock(Probe.LOCK)
class DeltaTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private static final String DELTA = USER + "/mailFolders/inbox/messages/delta";

	private static final String IMMUTABLE = "IdType=\"ImmutableId\"";

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void aRoundShowsEveryMailAndSomeOfThemTwice() {
		var ids = received(12);

		var round = this.probe.round(DELTA + "?$select=subject", "Prefer", IMMUTABLE + ", odata.maxpagesize=5");

		assertThat(round.ids()).containsAll(ids).hasSizeGreaterThan(12);
		assertThat(round.rows().getFirst().propertyNames()).contains("@odata.type", "@odata.etag", "id", "subject")
			.doesNotContain("body");
	}

	@Test
	void aPageOfTheExactSizeIsFollowedByAnEmptyOne() {
		this.probe.habit(Map.of("replays", false));
		received(4);

		var round = this.probe.round(DELTA, "Prefer", "odata.maxpagesize=2");

		assertThat(round.pages()).containsExactly(2, 2, 0);
	}

	@Test
	void topCountsForTheFirstPageOnlyAndTheNextIsEmptyWithAnotherNextLink() {
		received(5);

		var round = this.probe.round(DELTA + "?$top=3");

		assertThat(round.pages()).startsWith(3, 0);
		assertThat(round.ids()).hasSize(5);
	}

	@Test
	void aLaterRoundTellsOfWhatIsNewAndOnlyWhatCanHaveChangedOfTheRest() {
		var id = received(1).getFirst();
		var round = this.probe.round(DELTA, "Prefer", IMMUTABLE);
		this.probe.patch(USER + "/messages/" + id, Map.of("isRead", true));
		var later = received(1).getFirst();

		var second = this.probe.round(round.deltaLink(), "Prefer", IMMUTABLE);

		assertThat(second.ids()).containsExactlyInAnyOrder(id, later);
		assertThat(second.rows().getFirst().propertyNames()).contains("isRead").doesNotContain("subject", "body");
		assertThat(this.probe.round(second.deltaLink()).rows()).isEmpty();
	}

	@Test
	void linksNameTheTenantsOwnHost() {
		assertThat(this.probe.round(DELTA).deltaLink()).startsWith(this.probe.tenant.uri() + "/v1.0/users('")
			.contains("$deltatoken=");
	}

	@Test
	void aLostStateIsGoneWithAFreshStartToGoTo() {
		received(2);
		var link = this.probe.round(DELTA).deltaLink();
		this.probe.control.fault(Map.of("kind", "expire-delta"));

		var gone = this.probe.get(link);

		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.code()).isEqualTo("SyncStateNotFound");
		assertThat(this.probe.round(gone.header("Location")).rows()).hasSize(2);
	}

	@Test
	void theStateIsLostInTheMiddleOfARoundAndInAnyForm() {
		received(9);
		this.probe.control.fault(Map.of("kind", "expire-delta", "status", 400, "times", 1));

		var next = this.probe.get(DELTA, "Prefer", "odata.maxpagesize=3").json().path("@odata.nextLink").asString();
		var lost = this.probe.get(next);

		assertThat(lost.status()).isEqualTo(400);
		assertThat(lost.code()).isEqualTo("syncStateNotFound");
		assertThat(this.probe.get(next).status()).isEqualTo(200);
	}

	@Test
	void aMoveIsARemovalHereAndANewRowThere() {
		var id = received(1).getFirst();
		var inbox = this.probe.round(DELTA, "Prefer", IMMUTABLE).deltaLink();
		var archive = this.probe.round(DELTA.replace("inbox", "archive"), "Prefer", IMMUTABLE).deltaLink();
		this.probe.post(USER + "/messages/" + id + "/move", Map.of("destinationId", "archive"));

		var here = this.probe.round(inbox, "Prefer", IMMUTABLE);
		var there = this.probe.round(archive, "Prefer", IMMUTABLE);

		assertThat(here.removed()).containsExactly(id);
		assertThat(here.rows().getFirst().path("@removed").path("reason").asString()).isEqualTo("deleted");
		assertThat(there.ids()).containsExactly(id);
		assertThat(there.removed()).isEmpty();
	}

	@Test
	void withoutThePreferenceAMoveChangesTheId() {
		received(1);
		var id = this.probe.round(DELTA).ids().getFirst();

		var moved = this.probe.post(USER + "/messages/" + id + "/move", Map.of("destinationId", "archive"))
			.json()
			.path("id")
			.asString();

		assertThat(moved).isNotEqualTo(id);
		assertThat(this.probe.get(USER + "/messages/" + id).status()).isEqualTo(404);
		assertThat(this.probe.get(USER + "/messages/" + moved).status()).isEqualTo(200);
	}

	@Test
	void awayAndBackBetweenTwoRoundsIsARemovalOnlyForImmutableIds() {
		var id = received(1).getFirst();
		var link = this.probe.round(DELTA, "Prefer", IMMUTABLE).deltaLink();
		this.probe.post(USER + "/messages/" + id + "/move", Map.of("destinationId", "archive"));
		this.probe.post(USER + "/messages/" + id + "/move", Map.of("destinationId", "inbox"));

		var round = this.probe.round(link, "Prefer", IMMUTABLE);

		assertThat(round.removed()).containsExactly(id);
		assertThat(round.rows()).hasSize(1);
		assertThat(this.probe.get(USER + "/mailFolders/inbox/messages", "Prefer", IMMUTABLE).json().path("value"))
			.hasSize(1);
	}

	@Test
	void aFilterByTimeIsAllowedAndNothingElse() {
		received(3);

		assertThat(this.probe.round(DELTA + "?$filter=receivedDateTime ge 2026-11-24T07:00:00Z").rows()).hasSize(3);
		assertThat(this.probe.round(DELTA + "?$filter=receivedDateTime ge 2027-01-01T00:00:00Z").rows()).isEmpty();
		assertThat(this.probe.get(DELTA + "?$filter=subject eq 'x'").status()).isEqualTo(400);
		assertThat(this.probe.get(DELTA + "?$search=lease").status()).isEqualTo(400);
		assertThat(this.probe.get(DELTA + "?$orderby=subject").status()).isEqualTo(400);
	}

	@Test
	void aRoundCanBeAboutOneKindOfChangeOnly() {
		var id = received(1).getFirst();
		var link = this.probe.round(DELTA + "?changeType=created", "Prefer", IMMUTABLE).deltaLink();
		this.probe.delete(USER + "/messages/" + id);
		received(1);

		assertThat(this.probe.round(link, "Prefer", IMMUTABLE).removed()).isEmpty();
		assertThat(this.probe.round(link, "Prefer", IMMUTABLE).rows()).hasSize(1);
	}

	private List<String> received(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> this.probe.received(Probe.letter("Lease " + number, "May we sign?")))
			.toList();
	}

}
