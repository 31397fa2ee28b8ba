package io.countersign.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.Clearance;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.protection.LegalHold;

import org.springframework.stereotype.Component;

/** Legal holds as a page tells of them. */
@Component
class HoldRows {

	private final Cases cases;

	private final People people;

	private final Clock clock;

	HoldRows(Cases cases, People people, Clock clock) {
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * A hold.
	 *
	 * @param by who has set it: a name, or the id of a program
	 * @param open whether the reader may see the case itself
	 */
	record Row(LegalHold hold, Optional<CaseView> file, Optional<Face> face, String by, boolean stands, boolean open) {
	}

	List<Row> of(List<LegalHold> holds, Person me) {
		var faces = Faces.of(holds.stream().flatMap((one) -> one.person().stream()).toList(), this.people);
		var authors = this.people
			.findByIds(holds.stream().map((one) -> new PersonId(one.setBy())).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap((one) -> one.id().value(), Person::displayName));
		var open = Clearance.of(me).everything();
		var now = this.clock.instant();
		return holds.stream()
			.map((one) -> new Row(one, one.caseId().flatMap(this.cases::find), one.person().map(faces::of),
					authors.getOrDefault(one.setBy(), one.setBy()), one.stands(now), open))
			.toList();
	}

}
