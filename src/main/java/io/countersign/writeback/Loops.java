package io.countersign.writeback;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.countersign.intake.Evidence;
import io.countersign.intake.Message;
import io.countersign.intake.Party;

import org.springframework.stereotype.Component;

/**
 * Knows the mails that are never answered, because a program would answer the answer
 * (RL-7, RFC 3834 section 2).
 */
@Component
class Loops {

	private static final int MOST_HOPS = 49;

	private static final List<String> MARKS = List.of("List-Id", "X-Autoreply",
			"X-MS-Exchange-Generated-Message-Source", "X-MS-Exchange-Inbox-Rules-Loop", "X-MS-Exchange-ForwardingLoop");

	private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

	private final WritebackProperties properties;

	Loops(WritebackProperties properties) {
		this.properties = properties;
	}

	/** Why this mail is not answered, in a sentence. */
	Optional<String> reason(Message message) {
		if (isOurs(message.from()) || isOurs(message.sender())) {
			return Optional.of("It comes from our own mailbox.");
		}
		var evidence = message.evidence();
		if (evidence.all("Received").size() > MOST_HOPS) {
			return Optional.of("It has come through so many servers that it goes round in circles.");
		}
		return isAutomatic(evidence) ? Optional.of("A program has sent it.") : Optional.empty();
	}

	private boolean isOurs(Optional<Party> party) {
		return party.filter((one) -> one.address().equals(this.properties.mailbox())).isPresent();
	}

	/** The marks of VA-3. */
	private static boolean isAutomatic(Evidence evidence) {
		return MARKS.stream().anyMatch(evidence::has)
				|| evidence.header().stream().anyMatch((field) -> lower(field.name()).startsWith("resent-"))
				|| evidence.all("Auto-Submitted").stream().anyMatch((value) -> !word(value).equals("no"))
				|| evidence.all("Precedence").stream().map(Loops::word).anyMatch(BULK::contains)
				|| evidence.all("Return-Path").stream().anyMatch((path) -> path.replaceAll("[\\s<>]", "").isEmpty())
				|| evidence.mediaType().equals("multipart/report") || evidence.partTypes().contains("text/calendar");
	}

	/** RFC 3834 section 5: parameters may follow the keyword. */
	private static String word(String value) {
		return lower(value.split(";", 2)[0]).strip();
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
