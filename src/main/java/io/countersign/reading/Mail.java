package io.countersign.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A mail as far as its words go. Where it has both a plain text and HTML, the HTML is
 * read, since that is what people see; a plain text that differs is held elsewhere.
 *
 * @param sender who sent it for {@code from}, where that is somebody else
 * @param sentAt when it was written; without it no date is resolved
 * @param zone where its writer lives
 * @param asked what the writer was asked, when that is known and the mail is an answer
 */
public record Mail(String subject, Optional<String> text, Optional<String> html, Optional<Correspondent> from,
		Optional<Correspondent> sender, List<Correspondent> to, List<Correspondent> cc, Optional<Instant> sentAt,
		ZoneId zone, Optional<String> asked) {

	public Mail {
		to = List.copyOf(to);
		cc = List.copyOf(cc);
	}

	/** Only words: nobody wrote them to anybody, at no known time. */
	public static Mail ofText(String subject, String text) {
		return new Mail(subject, Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
				List.of(), Optional.empty(), ZoneId.of("Europe/Copenhagen"), Optional.empty());
	}

	public static Mail ofHtml(String subject, String html) {
		return new Mail(subject, Optional.empty(), Optional.of(html), Optional.empty(), Optional.empty(), List.of(),
				List.of(), Optional.empty(), ZoneId.of("Europe/Copenhagen"), Optional.empty());
	}

	public Mail answering(String question) {
		return new Mail(this.subject, this.text, this.html, this.from, this.sender, this.to, this.cc, this.sentAt,
				this.zone, Optional.of(question));
	}

	public Mail writtenBy(Correspondent author) {
		return new Mail(this.subject, this.text, this.html, Optional.of(author), this.sender, this.to, this.cc,
				this.sentAt, this.zone, this.asked);
	}

	public Mail sentAt(Instant instant) {
		return new Mail(this.subject, this.text, this.html, this.from, this.sender, this.to, this.cc,
				Optional.of(instant), this.zone, this.asked);
	}

}
