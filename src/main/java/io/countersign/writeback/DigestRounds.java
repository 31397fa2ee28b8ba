package io.countersign.writeback;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the digest of whoever's morning has come: the list, what each number of it
 * stands for, the intention to send it and the next due time commit together. That there
 * is one a day is the database's own rule.
 */
@Component
class DigestRounds implements Work {

	private static final Logger log = LoggerFactory.getLogger(DigestRounds.class);

	private final DigestSubscriptions subscriptions;

	private final DigestHours hours;

	private final MorningList lists;

	private final People people;

	private final TransactionOperations transaction;

	private final DueTable table;

	private final Clock clock;

	DigestRounds(DigestSubscriptions subscriptions, DigestHours hours, MorningList lists, People people,
			TransactionOperations transaction, DueRows due, Clock clock) {
		this.subscriptions = subscriptions;
		this.hours = hours;
		this.lists = lists;
		this.people = people;
		this.transaction = transaction;
		this.table = due.table("digest_subscription");
		this.clock = clock;
	}

	@Override
	public void work(Claim claim) {
		this.transaction.executeWithoutResult((_) -> this.subscriptions.claimed(claim).ifPresent((person) -> {
			write(person);
			var now = this.clock.instant();
			this.table.again(claim, Duration.between(now, this.hours.next(now)));
		}));
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.park(claim, reason);
	}

	/**
	 * RL-9: only to somebody the directory vouches for, and who is asked for decisions.
	 */
	private void write(EmailAddress address) {
		var now = this.clock.instant();
		if (!this.hours.isTime(now)) {
			return;
		}
		this.people.find(address)
			.filter((person) -> person.inDirectory() && person.leads())
			.ifPresent((person) -> write(person, this.subscriptions.language(address).orElse(Locale.of("da"))));
	}

	private void write(Person person, Locale language) {
		if (this.lists.write(person, this.hours.day(this.clock.instant()), language)) {
			log.atInfo().addKeyValue("person", person.id()).log("Digest written");
		}
	}

}
