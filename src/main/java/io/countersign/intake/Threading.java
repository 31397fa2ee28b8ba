package io.countersign.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a mail names itself and the mails before it. All ids are normalised (see
 * {@link InternetMessageId}).
 *
 * @param references oldest first
 * @param threadIndex Outlook's Thread-Index, base64 as written
 */
public record Threading(Optional<String> messageId, List<String> inReplyTo, List<String> references,
		Optional<String> threadIndex, Optional<String> threadTopic) {

	public static final Threading NONE = new Threading(Optional.empty(), List.of(), List.of(), Optional.empty(),
			Optional.empty());

	public Threading {
		inReplyTo = List.copyOf(inReplyTo);
		references = List.copyOf(references);
	}

	/** All mails this one names as earlier ones: the nearest first. */
	public Set<String> ancestors() {
		var ancestors = new LinkedHashSet<>(this.inReplyTo);
		ancestors.addAll(this.references.reversed());
		this.messageId.ifPresent(ancestors::remove);
		return ancestors;
	}

	public boolean isReply() {
		return !this.inReplyTo.isEmpty() || !this.references.isEmpty();
	}

}
