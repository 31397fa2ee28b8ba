package io.countersign.intake;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the provider tells about a mail before its bytes are fetched. It serves to rule
 * out what is certainly none of our business; nothing is ever decided on it.
 *
 * @param headers in the provider's order; none for mail that was sent from the mailbox
 */
public record Preview(String subject, Optional<Party> from, Optional<Party> sender, List<Party> to, List<Party> cc,
		Threading threading, Optional<String> conversationId, List<HeaderField> headers, Content body,
		boolean hasAttachments, boolean isDraft, Optional<Instant> sentAt) {

	public Preview {
		to = List.copyOf(to);
		cc = List.copyOf(cc);
		headers = List.copyOf(headers);
	}

	/** The mails it answers or forwards, as far as that is told. */
	public Set<String> earlier() {
		var earlier = new LinkedHashSet<>(this.threading.ancestors());
		earlier.addAll(Forwarded.in(this.headers));
		this.threading.messageId().ifPresent(earlier::remove);
		return earlier;
	}

	/** The content stays out of logs and of what an exception says. */
	@Override
	public String toString() {
		return "Preview";
	}

}
