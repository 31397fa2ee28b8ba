package io.countersign.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.reading.RequestReading;

import org.springframework.stereotype.Component;

/** Who is what to a message: whoever is only copied in is informed, and never asked. */
@Component
class Roles {

	private final People people;

	Roles(People people) {
		this.people = people;
	}

	Map<EmailAddress, Person> known(Message message) {
		var addresses = new HashSet<EmailAddress>();
		message.from().ifPresent((from) -> addresses.add(from.address()));
		message.sender().ifPresent((sender) -> addresses.add(sender.address()));
		message.to().forEach((to) -> addresses.add(to.address()));
		message.cc().forEach((cc) -> addresses.add(cc.address()));
		return this.people.findAll(addresses);
	}

	/**
	 * Who is asked, highest level first: those the mail names, else the leaders it is
	 * addressed to, else the only person it is addressed to. Only people of the
	 * directory, never the author.
	 */
	List<EmailAddress> asked(Message message, RequestReading request, Map<EmailAddress, Person> known) {
		var author = message.from().map(Party::address);
		var addressed = message.to()
			.stream()
			.map(Party::address)
			.filter((address) -> known.containsKey(address) && !author.equals(Optional.of(address)))
			.distinct()
			.toList();
		var named = addressed.stream().filter((address) -> request.askedOf().contains(address.value())).toList();
		var leaders = addressed.stream().filter((address) -> leads(known.get(address))).toList();
		var asked = !named.isEmpty() ? named
				: !leaders.isEmpty() ? leaders : (addressed.size() == 1) ? addressed : List.<EmailAddress>of();
		return asked.stream()
			.sorted(Comparator.comparing((address) -> level(known.get(address)), Comparator.reverseOrder()))
			.toList();
	}

	/** Everybody the message names, each once, with the highest role. */
	List<Participant> participants(Message message, List<EmailAddress> asked, Role askedAs,
			Map<EmailAddress, Person> known) {
		var all = new ArrayList<Participant>();
		var taken = new HashSet<EmailAddress>();
		message.from().ifPresent((from) -> add(all, taken, from, Role.REQUESTER, known));
		for (var address : asked) {
			message.to()
				.stream()
				.filter((to) -> to.address().equals(address))
				.findFirst()
				.ifPresent((to) -> add(all, taken, to, askedAs, known));
		}
		message.to().forEach((to) -> add(all, taken, to, Role.INFORMED, known));
		message.cc().forEach((cc) -> add(all, taken, cc, Role.INFORMED, known));
		return List.copyOf(all);
	}

	/** Everybody a later message names: informed, unless they had a role before. */
	List<Participant> joining(Message message, Map<EmailAddress, Person> known) {
		return participants(message, List.of(), Role.INFORMED, known).stream()
			.map((one) -> new Participant(one.address(), one.name(), Role.INFORMED))
			.toList();
	}

	private static void add(List<Participant> all, HashSet<EmailAddress> taken, Party party, Role role,
			Map<EmailAddress, Person> known) {
		if (taken.add(party.address())) {
			var person = known.get(party.address());
			var name = (person != null) ? person.displayName() : party.displayName();
			all.add(new Participant(party.address(), name.isBlank() ? party.address().value() : name, role));
		}
	}

	private static boolean leads(@Nullable Person person) {
		return person != null && person.leads();
	}

	private static Level level(@Nullable Person person) {
		return (person != null) ? person.level().orElse(Level.CASE_WORKER) : Level.CASE_WORKER;
	}

}
