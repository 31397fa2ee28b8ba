package io.countersign.writeback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Digest;
import io.countersign.cases.Digests;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.overview.BoardRow;
import io.countersign.overview.ToMe;
import io.countersign.work.DueRows;

import org.springframework.stereotype.Component;

/** Makes the list of what waits for somebody, in the order of his own page. */
@Component
class MorningList {

	private final ToMe toMe;

	private final Cases cases;

	private final Digests digests;

	private final WritebackRepository writebacks;

	private final DigestWriter writer;

	private final DigestProperties properties;

	private final WritebackProperties sending;

	private final DueRows due;

	private final Clock clock;

	MorningList(ToMe toMe, Cases cases, Digests digests, WritebackRepository writebacks, DigestWriter writer,
			DigestProperties properties, WritebackProperties sending, DueRows due, Clock clock) {
		this.toMe = toMe;
		this.cases = cases;
		this.digests = digests;
		this.writebacks = writebacks;
		this.writer = writer;
		this.properties = properties;
		this.sending = sending;
		this.due = due;
		this.clock = clock;
	}

	/** A request that waits, as the list says it. */
	record Line(BoardRow row, CaseView file, Ask ask) {
	}

	/** Answers false where nothing waits, or he has had one that day. */
	boolean write(Person person, LocalDate day, Locale language) {
		var waiting = this.toMe.waiting(person.address());
		var lines = lines(waiting, person.address());
		if (lines.isEmpty()) {
			return false;
		}
		var digest = this.digests.keep(person.address(), day, this.clock.instant().plus(this.properties.stands()),
				lines.stream().map(Line::ask).toList(), this.sending.mailbox().domain());
		digest.ifPresent((kept) -> intend(kept, person, lines, waiting.size() - lines.size(), language));
		return digest.isPresent();
	}

	private void intend(Digest digest, Person person, List<Line> lines, int more, Locale language) {
		var id = "wb_" + digest.id();
		if (this.writebacks.insert(id, null, Writeback.Kind.DIGEST, null, null, List.of(person.address()),
				digest.internetMessageId())) {
			this.writebacks.keep(id, this.writer.write(person, digest, lines, more, language));
			this.due.wake("writeback");
		}
	}

	private List<Line> lines(List<BoardRow> waiting, EmailAddress person) {
		var lines = new ArrayList<Line>();
		for (var row : waiting) {
			if (lines.size() == this.properties.most()) {
				break;
			}
			var file = this.cases.get(new CaseId(row.id()));
			file.openAsk(person).ifPresent((ask) -> lines.add(new Line(row, file, ask)));
		}
		return lines;
	}

}
