package io.countersign.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.protection.Access;
import io.countersign.protection.AccessLog;

import org.springframework.stereotype.Component;

/** Who has read what, as a page tells of it. */
@Component
class AccessRows {

	private static final int MOST = 50;

	private final AccessLog log;

	private final NamedSubjects subjects;

	private final Cases cases;

	private final People people;

	AccessRows(AccessLog log, NamedSubjects subjects, Cases cases, People people) {
		this.log = log;
		this.subjects = subjects;
		this.cases = cases;
		this.people = people;
	}

	/**
	 * An access.
	 *
	 * @param who a name, or what the log has of him
	 * @param answer what came of it: read, refused or failed; none yet, or for ever
	 */
	record Row(Access access, String who, Optional<CaseView> file, String answer) {
	}

	/**
	 * One page of the log.
	 *
	 * @param known whether there is such a case or person
	 * @param next where the page behind it begins; nothing at the end
	 */
	record Found(List<Row> rows, boolean known, Optional<Long> next) {

		static final Found NONE = new Found(List.of(), true, Optional.empty());

	}

	/**
	 * The newest first.
	 * @param of only of this case, by its number, or by this person; all where it is
	 * empty
	 * @param before the position where the page before ended; 0 for the first
	 */
	Found of(String of, long before) {
		var subject = this.subjects.find(of);
		if (!of.isBlank() && subject.isEmpty()) {
			return new Found(List.of(), false, Optional.empty());
		}
		var found = this.log.before((before > 0) ? before : Long.MAX_VALUE,
				subject.flatMap(NamedSubjects.Subject::caseId).map(CaseId::value).orElse(null),
				subject.flatMap(NamedSubjects.Subject::person).map(EmailAddress::value).orElse(null), MOST + 1);
		var shown = found.subList(0, Math.min(MOST, found.size()));
		var faces = Faces.of(shown.stream().flatMap((one) -> EmailAddress.parse(one.person()).stream()).toList(),
				this.people);
		var files = new HashMap<String, Optional<CaseView>>();
		return new Found(
				shown.stream()
					.map((one) -> new Row(one,
							EmailAddress.parse(one.person()).map((by) -> faces.of(by).name()).orElse(one.person()),
							one.caseId()
								.flatMap((id) -> files.computeIfAbsent(id, (key) -> this.cases.find(new CaseId(key)))),
							answer(one)))
					.toList(),
				true, (found.size() > MOST) ? Optional.of(shown.getLast().position()) : Optional.<Long>empty());
	}

	private static String answer(Access access) {
		return access.status()
			.map((status) -> (status < 400) ? "read" : ((status < 500) ? "refused" : "failed"))
			.orElse("none");
	}

}
