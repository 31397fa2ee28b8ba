package io.countersign.triage;

import io.countersign.cases.Cases;

import org.springframework.stereotype.Component;

/**
 * Whoever writes into a case is somebody we know; strangers are shown to a person first.
 */
@Component
class Insiders {

	private final Cases cases;

	private final Replies replies;

	private final Consequences consequences;

	private final Reviews reviews;

	Insiders(Cases cases, Replies replies, Consequences consequences, Reviews reviews) {
		this.cases = cases;
		this.replies = replies;
		this.consequences = consequences;
		this.reviews = reviews;
	}

	void take(Incoming incoming, Match match) {
		var insider = incoming.authorIsKnown() || incoming.author()
			.flatMap((author) -> this.cases.get(match.caseId()).participant(author))
			.isPresent();
		if (match.sure() && insider) {
			this.replies.take(incoming, match);
		}
		else {
			if (match.sure()) {
				this.consequences.stranger(incoming);
			}
			var doubt = insider ? match.reason() + " Anybody can write that."
					: match.reason() + " Its author is neither in the directory nor in the case.";
			this.reviews.open(incoming.message(), doubt, match.caseId());
		}
	}

}
