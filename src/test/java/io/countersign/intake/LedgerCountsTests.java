package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.countersign.identity.EmailAddress;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerCountsTests {

	private static final List<EmailAddress> MAILBOXES = List.of(new EmailAddress("anna@min.example"),
			new EmailAddress("bo@min.example"));

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private static final int MAILS = 4;

	private static final long SEED = 20_261_127;

	private final Desk desk = new Desk();

	private final LedgerCounts counts = this.desk.bean(LedgerCounts.class);

	private final List<Letter> letters = IntStream.range(0, MAILS)
		.mapToObj((number) -> Letter.of(ANNA, List.of(ANNA), "Mail " + number, "Hej\n",
				ZonedDateTime.parse("2026-11-24T10:00:00+01:00")))
		.toList();

	@AfterEach
	void close() {
		this.desk.close();
	}

	/**
	 * A few items and mails, so that whatever is done meets what is being done to them.
	 */
	@Test
	void IN_07_theCountsAreThoseOfTheLedgerWhateverHappensAtOnce() throws Exception {
		try (var everybody = Executors.newFixedThreadPool(6)) {
			var walks = IntStream.range(0, 6)
				.mapToObj((number) -> everybody.submit(() -> walk(new Random(SEED + number))))
				.toList();
			for (Future<?> walk : walks) {
				walk.get();
			}
		}
		this.desk.untilIdle();
		var told = this.counts.all();

		assertThat(told).isNotEmpty();
		assertThat(this.counts.recount()).as("counts that are not what the ledger holds, seed %d", SEED).isZero();
		assertThat(this.counts.all()).isEqualTo(told);
	}

	@Test
	void aWrongCountIsPutRightAndManyRowsBecomeFew() {
		this.desk.read("anna@min.example", this.letters.getFirst().bytes());
		var told = this.counts.all();
		this.desk.sql()
			.sql("""
					insert into sighting_count (mailbox, state, items)
					select 'anna@min.example', 'NEW', case n % 2 when 0 then 1 else -1 end from generate_series(1, 10002) as n
					""")
			.update();

		this.counts.fold();
		assertThat(this.desk.sql().sql("select count(*) from sighting_count").query(Long.class).single()).isOne();
		assertThat(this.counts.all()).isEqualTo(told);

		this.desk.sql().sql("update sighting_count set items = 7").update();
		assertThat(this.counts.recount()).isOne();
		assertThat(this.counts.all()).isEqualTo(told);
	}

	private Void walk(Random random) throws IOException {
		for (var step = 0; step < 120; step++) {
			try {
				step(random);
			}
			catch (DataAccessException ex) {
				// Two that waited for each other: nothing of it was done.
			}
		}
		return null;
	}

	private void step(Random random) throws IOException {
		var mail = random.nextInt(MAILS);
		var letter = this.letters.get(mail);
		var arrival = arrival(MAILBOXES.get(random.nextInt(MAILBOXES.size())), "item" + mail + random.nextInt(2));
		var intake = this.desk.intake();
		var messages = this.desk.messages();
		var id = messages.byInternetMessageId(letter.messageId()).stream().findFirst();
		switch (random.nextInt(12)) {
			case 0, 1, 2 -> intake.receive(arrival, new ByteArrayInputStream(letter.bytes()));
			case 3 -> intake.receiveUnfetched(arrival);
			case 4 -> intake.unfetchable(arrival.mailbox(), arrival.itemId(), "It cannot be read.");
			case 5 -> intake.receiveGone(arrival);
			case 6 -> intake.leave(arrival, "It is nothing to us.");
			case 7 -> intake.revive(letter.messageId().replaceAll("[<>]", ""));
			case 8 -> id.ifPresent((one) -> messages.ignore(one, "It is nothing to us."));
			case 9 -> id.ifPresent((one) -> messages.inCase(one, "cs_1", "It belongs to it."));
			case 10 -> id.ifPresent((one) -> this.desk.sql()
				.sql("update message set state = 'NEW', failures = ? where id = ?")
				.params(random.nextInt(2), one.value())
				.update());
			default -> intake.leaveUnfetched(arrival.mailbox(), Folder.INBOX);
		}
	}

	private static Arrival arrival(EmailAddress mailbox, String item) {
		var preview = new Preview("", Optional.empty(), Optional.empty(), List.of(), List.of(), Threading.NONE,
				Optional.empty(), List.of(), Content.NONE, false, false, Optional.empty());
		return Arrival.live(mailbox, Folder.INBOX, item, Instant.parse("2026-11-24T10:00:00Z"), preview);
	}

}
