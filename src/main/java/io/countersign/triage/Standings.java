package io.countersign.triage;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.AskId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.reading.Reader;
import io.countersign.verdicts.Standing;

import org.springframework.stereotype.Component;

/** Reads how a case stands when a reply to it is judged. */
@Component
class Standings {

	private final Cases cases;

	private final Messages messages;

	private final Reader reader;

	private final TriageProperties properties;

	Standings(Cases cases, Messages messages, Reader reader, TriageProperties properties) {
		this.cases = cases;
		this.messages = messages;
		this.reader = reader;
		this.properties = properties;
	}

	Standing of(CaseView view) {
		var asking = view.asks()
			.stream()
			.map(Ask::message)
			.distinct()
			.flatMap((id) -> this.messages.find(id).stream())
			.flatMap((message) -> CaseTypes.all(message.subject(), own(message)).stream());
		return new Standing(Stream.concat(Stream.of(view.type()), asking).distinct().toList(),
				this.cases.mergedAsks(view.id()), answeredInPerson(view));
	}

	private String own(Message message) {
		return this.reader.read(Letters.of(message, this.properties.zone())).own().text();
	}

	private static Set<AskId> answeredInPerson(CaseView view) {
		return view.verdicts()
			.stream()
			.filter(Verdict::counts)
			.map(Verdict::decision)
			.filter((decision) -> decision.outcome().isFinal() && decision.actedBy().equals(decision.decidedFor()))
			.map((decision) -> decision.ask())
			.collect(Collectors.toSet());
	}

}
