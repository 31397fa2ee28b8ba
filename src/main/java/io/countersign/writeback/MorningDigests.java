package io.countersign.writeback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

import io.countersign.identity.Person;
import io.countersign.work.DueRows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets a list of what waits for him on the morning of a working day. */
@Service
public class MorningDigests {

	private final DigestSubscriptions subscriptions;

	private final DigestHours hours;

	private final DigestProperties properties;

	private final ApplicationEventPublisher events;

	private final DueRows due;

	private final Clock clock;

	MorningDigests(DigestSubscriptions subscriptions, DigestHours hours, DigestProperties properties,
			ApplicationEventPublisher events, DueRows due, Clock clock) {
		this.subscriptions = subscriptions;
		this.hours = hours;
		this.properties = properties;
		this.events = events;
		this.due = due;
		this.clock = clock;
	}

	/**
	 * What somebody has set.
	 *
	 * @param at when it goes out
	 * @param lastSent when the last one went out
	 */
	public record Setting(boolean on, LocalTime at, Optional<Instant> lastSent) {
	}

	/** Nothing for whoever is asked for no decisions. */
	public Optional<Setting> of(Person person) {
		return Optional.of(person)
			.filter(Person::leads)
			.map((one) -> new Setting(this.subscriptions.has(one.address()), this.properties.at(),
					this.subscriptions.lastSent(one.address())));
	}

	/**
	 * The first comes on the next morning.
	 * @param language in which it is written
	 */
	@Transactional
	public void switchOn(Person person, Locale language) {
		var now = this.clock.instant();
		var isNew = !this.subscriptions.has(person.address());
		if (person.leads()
				&& this.subscriptions.put(person.address(), language, Duration.between(now, this.hours.next(now)))
				&& isNew) {
			this.events.publishEvent(new DigestSwitched(person, true));
		}
		this.due.wake("digest_subscription");
	}

	@Transactional
	public void switchOff(Person person) {
		if (this.subscriptions.remove(person.address())) {
			this.events.publishEvent(new DigestSwitched(person, false));
		}
	}

}
