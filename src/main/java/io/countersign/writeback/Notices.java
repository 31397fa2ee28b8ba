package io.countersign.writeback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.PageOrder;
import io.countersign.cases.Participant;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.work.DueRows;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails about what somebody does on a page with cases of others. */
@Service
public class Notices {

	private static final Locale DANISH = Locale.of("da");

	private final WritebackRepository writebacks;

	private final Cases cases;

	private final People people;

	private final NoticeWriter writer;

	private final DigestSubscriptions subscriptions;

	private final MailNames names;

	private final WritebackProperties properties;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Notices(WritebackRepository writebacks, Cases cases, People people, NoticeWriter writer,
			DigestSubscriptions subscriptions, MailNames names, WritebackProperties properties, DueRows due,
			ApplicationEventPublisher events, Clock clock) {
		this.writebacks = writebacks;
		this.cases = cases;
		this.people = people;
		this.writer = writer;
		this.subscriptions = subscriptions;
		this.names = names;
		this.properties = properties;
		this.due = due;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What somebody has done with cases.
	 *
	 * @param holder who has them now
	 * @param checking whether he is to read them before they are decided
	 */
	public record Moved(Person holder, String reason, boolean checking, Person by) {
	}

	/**
	 * Everybody with a part in some of the cases gets one mail about those of them he has
	 * a part in.
	 * @param views as they were before
	 */
	@Transactional
	public void moved(List<CaseView> views, Moved moved) {
		var at = this.clock.instant();
		var cases = new LinkedHashMap<EmailAddress, List<CaseView>>();
		views.forEach((view) -> parts(view, moved.holder()).distinct()
			.filter((address) -> !address.equals(moved.by().address()))
			.forEach((address) -> cases.computeIfAbsent(address, (_) -> new ArrayList<>()).add(view)));
		var known = this.people.findAll(cases.keySet());
		cases.forEach((address, about) -> {
			var person = known.get(address);
			if (person != null && isWrittenTo(person)) {
				tell(person, new NoticeWriter.Move(about, moved, at));
			}
		});
		this.due.wake("writeback");
	}

	/**
	 * Whoever has the case is asked for an answer once more, in its thread; once a day.
	 * @return false when he was asked today, or cannot be written to
	 */
	@Transactional
	public boolean remind(CaseView view, Person by) {
		var holder = view.holder().flatMap(this.people::find).filter(this::isWrittenTo);
		var today = LocalDate.ofInstant(this.clock.instant(), this.properties.zone());
		if (holder.isEmpty() || by.address().equals(holder.get().address())) {
			return false;
		}
		var person = holder.get();
		var id = MailNames.row("%s\n%s\n%s/%s".formatted(view.id(), Writeback.Kind.NUDGE, person.address(), today));
		var name = this.names.unguessable();
		if (!this.writebacks.insert(id, view.id(), Writeback.Kind.NUDGE, null, asked(view, person),
				List.of(person.address()), name)) {
			return false;
		}
		this.writebacks.keep(id, this.writer.reminder(view, by, this.clock.instant()));
		this.cases.answered(view.id(), name);
		this.events.publishEvent(new CaseReminded(view.id(), person.address(), by.id(), today));
		this.due.wake("writeback");
		return true;
	}

	private void tell(Person person, NoticeWriter.Move move) {
		var id = MailNames.row("%s\n%s\n%s\n%s".formatted(Writeback.Kind.MOVED, person.address(), move.at(),
				move.cases().getFirst().id()));
		if (this.writebacks.insert(id, null, Writeback.Kind.MOVED, null, null, List.of(person.address()),
				this.names.unguessable())) {
			this.writebacks.keep(id,
					this.writer.moved(move, this.subscriptions.language(person.address()).orElse(DANISH)));
		}
	}

	private static Stream<EmailAddress> parts(CaseView view, Person holder) {
		return Stream
			.of(Stream.of(holder.address()), view.holder().stream(),
					view.participants().stream().map(Participant::address), view.asks().stream().map(Ask::approver))
			.flatMap((part) -> part);
	}

	/**
	 * RL-9: only people the directory vouches for; our own mailbox is nobody to write to.
	 */
	private boolean isWrittenTo(Person person) {
		return person.inDirectory() && !person.address().equals(this.properties.mailbox());
	}

	/** The mail that asked him, or the one that opened the case. */
	private static @Nullable MessageId asked(CaseView view, Person person) {
		var mail = view.asks()
			.stream()
			.filter((ask) -> ask.isOpen() && ask.approver().equals(person.address()))
			.map(Ask::message)
			.reduce((_, later) -> later)
			.orElse(view.openedBy());
		return PageOrder.isNamed(mail) ? null : mail;
	}

}
