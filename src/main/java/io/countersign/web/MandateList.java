package io.countersign.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Absences;
import io.countersign.identity.AppRole;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What somebody may see of the mandates: admins, auditors and the secretariat all of
 * them, anybody else his own.
 */
@Component
class MandateList {

	private static final int MOST = 500;

	private static final int MOST_ENDED = 50;

	private static final String STREAM = "mandate/";

	private final Mandates mandates;

	private final Absences absences;

	private final People people;

	private final Journal journal;

	private final Clock clock;

	MandateList(Mandates mandates, Absences absences, People people, Journal journal, Clock clock) {
		this.mandates = mandates;
		this.absences = absences;
		this.people = people;
		this.journal = journal;
		this.clock = clock;
	}

	/** Whoever audits changes nothing, whatever else he may do. */
	static boolean mayChange() {
		return AppRole.MANAGE.isHeld() && !AppRole.AUDIT.isHeld();
	}

	static boolean seesAll(Person me) {
		return AppRole.MANAGE.isHeld() || Clearance.of(me).everything();
	}

	List<MandateRow> current(Person me) {
		return rows(this.mandates.current(whose(me), MOST));
	}

	List<MandateRow> ended(Person me) {
		return rows(this.mandates.ended(whose(me), MOST_ENDED));
	}

	/** Those that are this person's, whatever else he may see. */
	List<MandateRow> own(Person me) {
		return rows(this.mandates.current(me.address(), MOST));
	}

	/** Whoever already answers for the one who is away need not be proposed. */
	List<MandateProposal> proposals(Person me) {
		if (!seesAll(me)) {
			return List.of();
		}
		var pairs = this.mandates.current(null, MOST)
			.stream()
			.map((one) -> List.of(one.principal(), one.delegate()))
			.collect(Collectors.toSet());
		var away = this.absences.proposing(MOST)
			.stream()
			.filter((one) -> one.standIn().filter((by) -> !pairs.contains(List.of(one.person(), by))).isPresent())
			.toList();
		var faces = Faces.of(
				away.stream().flatMap((one) -> Stream.concat(Stream.of(one.person()), one.standIn().stream())).toList(),
				this.people);
		return away.stream()
			.map((one) -> new MandateProposal(faces.of(one.person()), faces.of(one.standIn().orElseThrow()),
					one.lastDay(), UUID.randomUUID().toString()))
			.toList();
	}

	private static @Nullable EmailAddress whose(Person me) {
		return seesAll(me) ? null : me.address();
	}

	private List<MandateRow> rows(List<Mandate> mandates) {
		var entries = this.journal.ofStreams(mandates.stream().map((one) -> STREAM + one.id()).toList(), Journal.PAGE);
		var faces = Faces
			.of(mandates.stream().flatMap((one) -> Stream.of(one.principal(), one.delegate())).toList(), this.people)
			.with(entries, this.people);
		var changes = entries.stream()
			.collect(Collectors.groupingBy(Entry::stream,
					Collectors.mapping((entry) -> change(entry, faces), Collectors.toList())));
		var now = this.clock.instant();
		return mandates.stream()
			.map((one) -> new MandateRow(one, faces.of(one.principal()), faces.of(one.delegate()),
					MandateRow.State.of(one, now), changes.getOrDefault(STREAM + one.id(), List.of())))
			.toList();
	}

	private static MandateRow.Change change(Entry entry, Faces faces) {
		var kind = (entry.sequence() == 1) ? "set" : "changed";
		return new MandateRow.Change(entry.type().equals(Mandates.WITHDRAWN) ? "withdrawn" : kind,
				faces.nameOf(entry.actor()), entry.at());
	}

}
