package io.countersign.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.CaseView;
import io.countersign.cases.Participant;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.journal.Entry;

/** Everybody one page names. */
final class Faces {

	private final Map<EmailAddress, Person> known;

	private final Map<EmailAddress, String> named;

	private Faces(Map<EmailAddress, Person> known, Map<EmailAddress, String> named) {
		this.known = known;
		this.named = named;
	}

	static Faces of(CaseView view, Collection<Message> messages, People people) {
		var addresses = new HashSet<EmailAddress>();
		view.participants().forEach((one) -> addresses.add(one.address()));
		view.holder().ifPresent(addresses::add);
		view.asks().forEach((ask) -> addresses.add(ask.approver()));
		view.tasks().forEach((task) -> addresses.add(task.assignee()));
		view.verdicts().forEach((verdict) -> {
			addresses.add(verdict.decision().actedBy());
			addresses.add(verdict.decision().decidedFor());
		});
		messages.forEach((message) -> addresses.addAll(addresses(message)));
		var named = view.participants()
			.stream()
			.filter((one) -> !one.name().isBlank())
			.collect(Collectors.toMap(Participant::address, Participant::name, (first, _) -> first));
		return new Faces(people.findAll(addresses), named);
	}

	static Faces of(Collection<EmailAddress> addresses, People people) {
		return new Faces(people.findAll(addresses), Map.of());
	}

	/** Knows besides who has done what stands in the journal. */
	Faces with(List<Entry> entries, People people) {
		var missing = entries.stream()
			.map(Entry::actor)
			.filter((actor) -> !actor.equals("system") && nameOf(actor).equals(actor))
			.map(PersonId::new)
			.collect(Collectors.toSet());
		var all = new HashMap<>(this.known);
		people.findByIds(missing).forEach((person) -> all.put(person.address(), person));
		return new Faces(all, this.named);
	}

	Face of(EmailAddress address) {
		var person = this.known.get(address);
		return (person != null)
				? new Face(person.displayName(), address, person.level(), person.unit(), person.inDirectory())
				: new Face(this.named.getOrDefault(address, address.value()), address, Optional.empty(),
						Optional.empty(), false);
	}

	public Face of(Party party) {
		return of(party.address());
	}

	/** Somebody by the id the journal has, or that id. */
	String nameOf(String personId) {
		return this.known.values()
			.stream()
			.filter((person) -> person.id().value().equals(personId))
			.map(Person::displayName)
			.findFirst()
			.orElse(personId);
	}

	private static Collection<EmailAddress> addresses(Message message) {
		var addresses = new HashSet<EmailAddress>();
		message.from().ifPresent((from) -> addresses.add(from.address()));
		message.to().forEach((to) -> addresses.add(to.address()));
		message.cc().forEach((cc) -> addresses.add(cc.address()));
		return addresses;
	}

}
