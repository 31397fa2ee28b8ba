package io.countersign.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may put other files to those who were asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionIT {

	private static final Correspondent ULLA = Correspondent.of("Ulla Krag", "ulla.krag@min.example");

	private final Office office = Office.open();

	private int number;

	@AfterAll
	void closes() {
		this.office.close();
	}

	@Test
	void VA_11a_theRequesterWhoseSentItemsHoldsItPutsANewVersion() {
		var request = asked(DAN);
		var second = revised(request, DAN);
		this.office.tenant().send(second);
		this.office.settles(request, second);

		assertThat(revisions(request)).isEqualTo(2);
		assertThat(this.office.caseOf(request).path("documents")).hasSize(2);
	}

	@Test
	void VA_11a_theCopyMayComeLate() {
		var request = asked(DAN);
		var second = revised(request, DAN);
		this.office.tenant().place(ANNA, "inbox", second.bytes(), Instant.now());
		await().until(() -> this.office.product().status().path("pending").asLong() > 0);
		assertThat(revisions(request)).as("nothing proves it yet").isEqualTo(1);

		this.office.tenant().place(DAN, "sentitems", second.bytes(), Instant.now());
		this.office.settles(request, second);

		assertThat(revisions(request)).isEqualTo(2);
	}

	@Test
	void VA_13_aMailFromOutsideInTheRequestersNameChangesNothing() {
		var request = asked(DAN);
		var forged = revised(request, DAN)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
		waitsForAPerson(request, forged, "It was refused: It comes from outside in the name of our own domain.");
	}

	@Test
	void VA_11a_whatHasNotTravelledAndLiesInNoSentItemsChangesNothing() {
		var request = asked(DAN);
		waitsForAPerson(request, revised(request, DAN), "It was refused: It has not travelled");
	}

	@Test
	void VA_11_aRequesterForWhomNothingVouchesIsShownToAPerson() {
		this.office.tenant().employ(ULLA, "Sagsbehandler");
		this.office.product().know(ULLA, "sagsbehandler");
		var request = asked(ULLA);
		var second = revised(request, ULLA)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date());
		waitsForAPerson(request, second,
				"It puts new files to those who were asked, and nothing proves who sent it: Exchange does not say");
	}

	@Test
	void VA_09_somebodyElseInTheRequestersNameIsShownToAPerson() {
		var request = asked(DAN);
		var second = revised(request, DAN).header("Sender: " + EVA.mailbox());
		this.office.tenant().place(EVA, "sentitems", second.bytes(), Instant.now());
		waitsForAPerson(request, second, "Somebody else sent it in the author's name.");
	}

	private void waitsForAPerson(Letter request, Letter second, String reason) {
		this.office.tenant().place(ANNA, "inbox", second.bytes(), Instant.now());
		this.office.settles(request, second);

		var unchanged = this.office.caseOf(request);
		assertThat(revisions(request)).isEqualTo(1);
		assertThat(unchanged.path("documents")).hasSize(1);
		assertThat(unchanged.path("messages")).hasSize(1);
		var id = this.office.message(second).path("id").asString();
		assertThat(this.office.product().all("/reviews")).filteredOn((one) -> one.path("message").asString().equals(id))
			.singleElement()
			.satisfies((review) -> {
				assertThat(review.path("reason").asString()).contains(reason);
				assertThat(review.path("likelyCase")).isEqualTo(unchanged.path("id"));
			});
	}

	private Letter asked(Correspondent requester) {
		this.number++;
		var request = Letter
			.of(requester, List.of(ANNA), "Budgetnotat nr. " + this.number,
					"Kære Anna\n\nKan du godkende vedlagte notat?\n\nHilsen " + requester.displayName(), now())
			.with("notat.docx", "first " + this.number);
		this.office.tenant().send(request);
		this.office.settles(request);
		return request;
	}

	private Letter revised(Letter request, Correspondent author) {
		return request.answeredBy(author, "Kære Anna\n\nTabel 1 er rettet. Se vedlagte.\n\nHilsen", now())
			.to(ANNA)
			.with("notat.docx", "second " + this.number);
	}

	private int revisions(Letter request) {
		return this.office.caseOf(request)
			.path("asks")
			.valueStream()
			.map((JsonNode ask) -> ask.path("revision").asInt())
			.max(Integer::compare)
			.orElse(0);
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

}
