package io.countersign.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.documents.Pointers;

/**
 * A mail, or a message of a chat, as it was parsed.
 *
 * @param from the author, where there is exactly one with a plain address
 * @param sentAt what the author's clock said; never used to order or expire
 * @param receivedAt when the first of its sightings was received
 * @param parts the files that came with it
 * @param sightings the places it was seen in so far
 * @param remarks what a reader of the mail must know about how it was taken in, each a
 * sentence
 * @param chat what stands for the header of a mail where it is a message of a chat
 */
public record Message(MessageId id, Evidence evidence, Optional<Party> from, Optional<Party> sender, List<Party> to,
		List<Party> cc, String subject, Optional<Instant> sentAt, Instant receivedAt, Content content, List<Part> parts,
		Threading threading, List<Sighting> sightings, List<String> remarks, Optional<ChatEvidence> chat) {

	private static final int MOST_EARLIER = 500;

	public Message {
		to = List.copyOf(to);
		cc = List.copyOf(cc);
		parts = List.copyOf(parts);
		sightings = List.copyOf(sightings);
		remarks = List.copyOf(remarks);
		// What an older software kept says nothing of it.
		chat = (chat != null) ? chat : Optional.empty();
	}

	/** The content stays out of logs and of what an exception says. */
	@Override
	public String toString() {
		return "Message[" + this.id + "]";
	}

	public Optional<String> internetMessageId() {
		return this.threading.messageId();
	}

	/** The mails its header says it forwards. */
	public List<String> forwarded() {
		return Forwarded.in(this.evidence.header());
	}

	/** The mails within it, and those they name as earlier ones. */
	public List<String> enclosed() {
		return this.parts.stream().flatMap((part) -> part.thread().stream()).distinct().toList();
	}

	/**
	 * The mails that tell where it belongs: those it answers, the nearest first, then
	 * those it forwards or encloses; at most 500 of them.
	 */
	public Set<String> earlier() {
		var earlier = Stream.of(this.threading.ancestors(), forwarded(), enclosed())
			.flatMap(Collection::stream)
			.distinct()
			.limit(MOST_EARLIER)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		internetMessageId().ifPresent(earlier::remove);
		return earlier;
	}

	/** Where it may point to files: a file of a chat is attached by its address. */
	public Pointers pointers() {
		return new Pointers(this.id.value(), this.content.text(), this.content.html(),
				this.chat.map(ChatEvidence::files).orElse(List.of()));
	}

	/** Whether two readings are possible, so that no verdict may be taken from it. */
	public boolean isAmbiguous() {
		return this.evidence.has(Evidence.Defect.AMBIGUOUS);
	}

}
