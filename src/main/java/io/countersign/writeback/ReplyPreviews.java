package io.countersign.writeback;

import java.util.List;
import java.util.stream.Stream;

import io.countersign.cases.CaseView;
import io.countersign.cases.Decision;
import io.countersign.cases.Participant;
import io.countersign.identity.People;
import io.countersign.identity.Person;

import org.springframework.stereotype.Service;

/** What a thread would read of an answer that is not given yet. */
@Service
public class ReplyPreviews {

	private final ReplyWriter writer;

	private final People people;

	private final WritebackProperties properties;

	ReplyPreviews(ReplyWriter writer, People people, WritebackProperties properties) {
		this.writer = writer;
		this.people = people;
		this.properties = properties;
	}

	/**
	 * The words of a receipt.
	 *
	 * @param to those who would get it
	 */
	public record Preview(List<String> to, String language, String heading, List<String> notes) {
	}

	/** Only people the directory vouches for are written to. */
	public Preview of(CaseView view, Decision decision) {
		var sheet = this.writer.preview(view, decision);
		var audience = Stream
			.concat(view.requester().stream().map(Participant::address), Stream.of(decision.decidedFor()))
			.distinct()
			.filter((address) -> !address.equals(this.properties.mailbox()))
			.toList();
		var known = this.people.findAll(audience);
		return new Preview(audience.stream()
			.filter(known::containsKey)
			.map(known::get)
			.filter(Person::inDirectory)
			.map(Person::displayName)
			.toList(), view.language(), sheet.heading(), sheet.notes());
	}

}
