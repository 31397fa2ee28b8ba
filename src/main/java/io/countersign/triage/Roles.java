package io.countersign.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseView;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Party;

import org.springframework.stereotype.Component;

/** Who is what to a message: whoever is only copied in is informed, and never asked. */
@Component
class Roles {

	private final People people;

	Roles(People people) {
		this.people = people;
	}

	/** Those who were in the directory when the mail came. */
	Map<EmailAddress, Person> known(Message message) {
		var addresses = new HashSet<EmailAddress>();
		message.from().ifPresent((from) -> addresses.add(from.address()));
		message.sender().ifPresent((sender) -> addresses.add(sender.address()));
		message.to().forEach((to) -> addresses.add(to.address()));
		message.cc().forEach((cc) -> addresses.add(cc.address()));
		var known = new HashMap<>(this.people.findAll(addresses, message.receivedAt()));
		known.values().removeIf((person) -> !person.inDirectory());
		return Map.copyOf(known);
	}

	/**
	 * Who is asked, highest level first: those the mail names, else the leaders it is
	 * addressed to, else the only person it is addressed to. Only people of the
	 * directory, never the author.
	 */
	List<EmailAddress> asked(Incoming incoming) {
		var known = incoming.people();
		var addressed = incoming.message()
			.to()
			.stream()
			.map(Party::address)
			.filter((address) -> known.containsKey(address) && !incoming.isFrom(address))
			.distinct()
			.toList();
		var named = addressed.stream()
			.filter((address) -> incoming.request().askedOf().contains(address.value()))
			.toList();
		var leaders = addressed.stream().filter((address) -> leads(known.get(address))).toList();
		var asked = !named.isEmpty() ? named
				: !leaders.isEmpty() ? leaders : (addressed.size() == 1) ? addressed : List.<EmailAddress>of();
		return asked.stream()
			.sorted(Comparator.comparing((address) -> level(known.get(address)), Comparator.reverseOrder()))
			.toList();
	}

	/** Everybody the message names, each once, with the highest role. */
	List<Participant> participants(Incoming incoming, List<EmailAddress> asked, Role askedAs) {
		var message = incoming.message();
		var known = incoming.people();
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
	List<Participant> joining(Incoming incoming) {
		return participants(incoming, List.of(), Role.INFORMED).stream()
			.map((one) -> new Participant(one.address(), one.name(), Role.INFORMED))
			.toList();
	}

	/**
	 * The person some words mean, among those the mail is sent to or the case knows: an
	 * address, or a name that fits one of them only.
	 */
	Optional<EmailAddress> meant(String words, Incoming incoming, CaseView view) {
		var candidates = new LinkedHashMap<EmailAddress, String>();
		incoming.message().to().forEach((to) -> candidates.putIfAbsent(to.address(), to.displayName()));
		incoming.message().cc().forEach((cc) -> candidates.putIfAbsent(cc.address(), cc.displayName()));
		view.participants().forEach((one) -> candidates.putIfAbsent(one.address(), one.name()));
		incoming.author().ifPresent(candidates::remove);
		var people = this.people.findAll(candidates.keySet());
		var fitting = people.values().stream().filter((person) -> isMeant(words, person)).toList();
		return (fitting.size() == 1) ? Optional.of(fitting.getFirst().address()) : Optional.empty();
	}

	private static boolean isMeant(String words, Person person) {
		var meant = words.strip().toLowerCase(Locale.ROOT);
		var name = person.displayName().toLowerCase(Locale.ROOT);
		return !meant.isEmpty()
				&& (meant.equals(person.address().value()) || name.equals(meant) || name.startsWith(meant + " "));
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
