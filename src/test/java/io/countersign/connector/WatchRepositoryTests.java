package io.countersign.connector;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.support.Configured;
import io.countersign.support.TestDatabase;
import io.countersign.work.Claim;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** When a folder is read again. */
class WatchRepositoryTests {

	private static final String ID = "anna@min.example/inbox";

	private static final Duration GAP = Duration.ofMinutes(15);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final WatchRepository watches = new WatchRepository(this.database,
			Configured.from(WatchProperties.class, Map.of("every", "1h", "breath", "10m")));

	@Test
	void aFolderThatHasNotBeenReadForLongIsReadAtOnceWhenSomethingIsNew() {
		read();
		this.database.sql("update watch set read_at = now() - interval '11 minutes'").update();

		this.watches.hint(List.of(ID));

		assertThat(dueIn()).isLessThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void aFolderThatWasJustReadIsReadAgainAfterABreath() {
		read();

		this.watches.hint(List.of(ID));
		this.watches.hint(List.of(ID));

		assertThat(dueIn()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
		assertThat(this.watches.pending()).isOne();
	}

	@Test
	void whatIsToldOfDuringAReadingIsReadAfterABreathToo() {
		var claim = claimed();
		var begun = this.watches.begin(claim, GAP).orElseThrow();
		this.watches.hint(List.of(ID));

		this.watches.finish(claim, begun, "place", Instant.now(), null);

		assertThat(dueIn()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
		assertThat(this.watches.pending()).isOne();
	}

	@Test
	void aFolderNobodyTellsAnythingOfWaitsForItsTurn() {
		read();

		assertThat(dueIn()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
		assertThat(this.watches.pending()).isZero();
	}

	@Test
	void aHintNeverPutsOffATurn() {
		read();
		this.database.sql("update watch set due_at = now() + interval '1 minute'").update();

		this.watches.hint(List.of(ID));

		assertThat(dueIn()).isLessThanOrEqualTo(Duration.ofMinutes(1));
	}

	private void read() {
		var claim = claimed();
		this.watches.finish(claim, this.watches.begin(claim, GAP).orElseThrow(), "place", Instant.now(), null);
	}

	private Claim claimed() {
		this.watches.insert(ID, new EmailAddress("anna@min.example"), Folder.INBOX);
		var attempts = this.database.sql("update watch set attempts = attempts + 1 returning attempts")
			.query(Integer.class)
			.single();
		return new Claim(ID, attempts, 0, 0);
	}

	private Duration dueIn() {
		var due = this.database.sql("select due_at from watch").query(OffsetDateTime.class).single();
		return Duration.between(Instant.now(), due.toInstant());
	}

}
