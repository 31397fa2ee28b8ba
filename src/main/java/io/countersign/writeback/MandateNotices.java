package io.countersign.writeback;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.CurrentPerson;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.MandateSet;
import io.countersign.identity.MandateWithdrawn;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.work.DueRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a leader that somebody may answer for him, or may no longer. Whoever has said so
 * himself knows it.
 */
@Component
class MandateNotices {

	private static final Logger log = LoggerFactory.getLogger(MandateNotices.class);

	private static final Locale DANISH = Locale.of("da");

	private final WritebackRepository writebacks;

	private final Owed owed;

	private final People people;

	private final CurrentPerson current;

	private final NoticeWriter writer;

	private final DigestSubscriptions subscriptions;

	private final MailNames names;

	private final DueRows due;

	private final Clock clock;

	MandateNotices(WritebackRepository writebacks, Owed owed, People people, CurrentPerson current, NoticeWriter writer,
			DigestSubscriptions subscriptions, MailNames names, DueRows due, Clock clock) {
		this.writebacks = writebacks;
		this.owed = owed;
		this.people = people;
		this.current = current;
		this.writer = writer;
		this.subscriptions = subscriptions;
		this.names = names;
		this.due = due;
		this.clock = clock;
	}

	/**
	 * What names other people than before is another mandate, and ends the former one.
	 */
	@EventListener
	void on(MandateSet set) {
		var same = set.before().filter((before) -> isBetweenTheSame(before, set.mandate())).isPresent();
		if (!same) {
			set.before().ifPresent((before) -> tell("ended", before, set.actor()));
		}
		tell(same ? "changed" : "given", set.mandate(), set.actor());
	}

	@EventListener
	void on(MandateWithdrawn withdrawn) {
		tell("ended", withdrawn.mandate(), withdrawn.actor());
	}

	private void tell(String what, Mandate mandate, String actor) {
		var principal = mandate.principal();
		var by = author(actor);
		if (by.filter((person) -> person.address().equals(principal)).isPresent()) {
			return;
		}
		if (this.owed.known(Set.of(principal)).isEmpty()) {
			log.atWarn().addKeyValue("mandate", mandate.id()).log("Nobody can be told of this mandate by mail");
			return;
		}
		var leave = new NoticeWriter.Leave(what, mandate, name(mandate.delegate()), by.map(Person::displayName),
				this.clock.instant());
		var id = MailNames.row("%s\n%s\n%s".formatted(Writeback.Kind.MANDATE, principal, leave));
		if (this.writebacks.insert(id, null, Writeback.Kind.MANDATE, null, null, List.of(principal),
				this.names.unguessable())) {
			this.writebacks.keep(id, this.writer.leave(leave, this.subscriptions.language(principal).orElse(DANISH)));
			this.due.wake("writeback");
		}
	}

	/** Nothing for a program. A token that acts for a person bears a name of its own. */
	private Optional<Person> author(String actor) {
		return this.people.findByIds(List.of(new PersonId(actor))).stream().findFirst().or(this.current::find);
	}

	private String name(EmailAddress address) {
		return this.people.find(address).map(Person::displayName).orElseGet(address::value);
	}

	private static boolean isBetweenTheSame(Mandate one, Mandate other) {
		return one.principal().equals(other.principal()) && one.delegate().equals(other.delegate());
	}

}
