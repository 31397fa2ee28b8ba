package io.countersign.verdicts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.verdicts.header.AutoSubmitted;

/** VA-3: a person wrote it, not a program (RFC 3834, RFC 2919). */
class AutomaticGate implements Gate {

	private static final List<String> MARKS = List.of("List-Id", "X-Autoreply",
			"X-MS-Exchange-Generated-Message-Source", "X-MS-Exchange-Inbox-Rules-Loop", "X-MS-Exchange-ForwardingLoop");

	/** RFC 5322 section 3.6.6: somebody else has put it into the mail again. */
	private static final String RESENT = "resent-";

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_-]++");

	private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

	@Override
	public String category() {
		return "automatic";
	}

	@Override
	public String requirement() {
		return "VA-3";
	}

	@Override
	public Finding judge(Reply reply) {
		var evidence = reply.message().evidence();
		for (var mark : MARKS) {
			if (evidence.has(mark)) {
				return Finding.refuse("It carries %s, which programs set.".formatted(mark));
			}
		}
		if (evidence.header().stream().anyMatch((field) -> field.name().toLowerCase(Locale.ROOT).startsWith(RESENT))) {
			return Finding.refuse("It was resent, so it is not clear who sent it to whom.");
		}
		if (evidence.all("Auto-Submitted")
			.stream()
			.map(AutoSubmitted::parse)
			.anyMatch((mark) -> mark.filter(AutoSubmitted::isByHand).isEmpty())) {
			return Finding.refuse("It says of itself that it was sent automatically.");
		}
		if (evidence.all("Precedence").stream().anyMatch(AutomaticGate::isBulk)) {
			return Finding.refuse("It is bulk mail.");
		}
		if (evidence.all("Return-Path").stream().anyMatch(AutomaticGate::isEmptyPath)) {
			return Finding.refuse("Its return path is empty.");
		}
		if (evidence.mediaType().equals("multipart/report") || evidence.partTypes().contains("text/calendar")) {
			return Finding.refuse("It is a report or a calendar answer.");
		}
		return Finding.pass("Nothing says that a program wrote it.");
	}

	private static boolean isBulk(String precedence) {
		return BETWEEN_WORDS.splitAsStream(precedence.toLowerCase(Locale.ROOT)).anyMatch(BULK::contains);
	}

	private static boolean isEmptyPath(String path) {
		return path.replaceAll("[\\s<>]", "").isEmpty();
	}

}
