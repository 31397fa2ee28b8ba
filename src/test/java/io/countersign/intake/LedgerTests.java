package io.countersign.intake;

import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.countersign.documents.DocumentId;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n",
			ZonedDateTime.parse("2026-11-24T10:00:00+01:00"));

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void IN_01_rawBytesAndLedgerRowAreCommittedWhenReceiveReturns() {
		var mail = this.request.bytes();
		var id = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), mail);

		var sha256 = this.desk.ledger(id).sha256();
		assertThat(sha256).isNotNull();
		assertThat(this.desk.documents().bytes(new DocumentId(sha256))).isEqualTo(mail);
	}

	@Test
	void IN_02_theSameMailInFiveMailboxesIsOneMessageWithFiveSightings() {
		var ids = List.of("anna", "bo", "carl", "dorte", "erik")
			.stream()
			.map((name) -> name + "@min.example")
			.map((mailbox) -> this.desk.receive(Desk.arrival(mailbox, Folder.INBOX),
					this.request.header("X-Hop: " + mailbox).bytes()))
			.distinct()
			.toList();
		this.desk.untilIdle();

		assertThat(ids).hasSize(1);
		assertThat(this.desk.message(ids.getFirst()).sightings()).hasSize(5);
		assertThat(this.desk.read).hasSize(1);
		assertThat(this.desk.sighted).hasSize(4);
		assertThat(this.desk.ledger()).singleElement().extracting((seen) -> seen.sightings().size()).isEqualTo(5);
	}

}
