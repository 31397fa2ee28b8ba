package io.countersign.writeback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;

import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.cases.VerdictEvent;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageInfected;
import io.countersign.intake.MessageRefused;
import io.countersign.journal.Mode;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the secretariat and the owner of a case what they must look at. */
@Component
class Alerts {

	private final Cases cases;

	private final Owed owed;

	private final WritebackProperties properties;

	private final MailNames names;

	private final Clock clock;

	Alerts(Cases cases, Owed owed, WritebackProperties properties, MailNames names, Clock clock) {
		this.cases = cases;
		this.owed = owed;
		this.properties = properties;
		this.names = names;
		this.clock = clock;
	}

	/**
	 * The secretariat hears of forged mail once a day and case. Nobody hears of it whom
	 * the mail names.
	 */
	@EventListener
	void on(VerdictEvent.MailRefused refused) {
		if (refused.mode() == Mode.LIVE) {
			var view = this.cases.get(refused.caseId());
			this.owed.intend(view.id(), Writeback.Kind.ALERT, today().toString(), null, view.openedBy(),
					new LinkedHashSet<>(this.properties.secretariat()), this.names.unguessable());
		}
	}

	/** The same for a mail that belongs to no case, once a day for all of them. */
	@EventListener
	void on(MessageRefused refused) {
		if (refused.mode() == Mode.LIVE) {
			this.owed.intend(Writeback.Kind.ALERT, "no case\n" + Writeback.Kind.ALERT + "\n" + today(),
					refused.message(), new LinkedHashSet<>(this.properties.secretariat()), this.names.unguessable());
		}
	}

	/**
	 * The secretariat hears once of each mail that is infected, whatever case it is in.
	 */
	@EventListener
	void on(MessageInfected infected) {
		if (infected.mode() == Mode.LIVE) {
			this.owed.intend(Writeback.Kind.INFECTED, infected.message() + "\n" + Writeback.Kind.INFECTED,
					infected.message(), new LinkedHashSet<>(this.properties.secretariat()), this.names.unguessable());
		}
	}

	/** VA-6: whoever wants the decision hears that an answer came too late. */
	@EventListener
	void on(VerdictEvent.AnswerTooLate late) {
		var view = this.cases.get(late.caseId());
		if (late.mode() == Mode.LIVE) {
			var owner = new LinkedHashSet<EmailAddress>();
			view.requester().map(Participant::address).ifPresent(owner::add);
			this.owed.intend(view.id(), Writeback.Kind.LATE, "%s/%s".formatted(late.author(), today()), null,
					view.openedBy(), owner, this.names.unguessable());
		}
	}

	/**
	 * VA-22: whoever wants the decision and the secretariat hear once of each answer
	 * whose message is not any more what it was. They hear of it by mail, as of
	 * everything: nothing is ever written into a chat.
	 */
	@EventListener
	void on(VerdictEvent.SourceChanged changed) {
		var view = this.cases.get(changed.caseId());
		if (changed.mode() == Mode.LIVE) {
			var owner = new LinkedHashSet<EmailAddress>(this.properties.secretariat());
			view.requester().map(Participant::address).ifPresent(owner::add);
			this.owed.intend(view.id(), Writeback.Kind.SOURCE, changed.verdict(), changed.verdict(), view.openedBy(),
					owner, this.names.unguessable());
		}
	}

	private LocalDate today() {
		return this.clock.instant().atZone(this.properties.zone()).toLocalDate();
	}

}
