package io.countersign.verdicts;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** VA-3: a person wrote it, not a program (RFC 3834, RFC 2919). */
class AutomaticGate implements Gate {

	private static final List<String> MARKS = List.of("List-Id", "X-Autoreply",
			"X-MS-Exchange-Generated-Message-Source", "X-MS-Exchange-Inbox-Rules-Loop", "X-MS-Exchange-ForwardingLoop",
			"Resent-From", "Resent-To", "Resent-Date", "Resent-Message-ID", "Resent-Sender", "Resent-Cc");

	private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

	@Override
	public String name() {
		return "automatic (VA-3)";
	}

	@Override
	public Finding judge(Reply reply) {
		var evidence = reply.message().evidence();
		for (var mark : MARKS) {
			if (evidence.has(mark)) {
				return Finding.refuse("It carries %s, which programs set.".formatted(mark));
			}
		}
		if (evidence.all("Auto-Submitted").stream().anyMatch((value) -> !word(value).equals("no"))) {
			return Finding.refuse("It says of itself that it was sent automatically.");
		}
		if (evidence.all("Precedence").stream().anyMatch((value) -> BULK.contains(word(value)))) {
			return Finding.refuse("It is bulk mail.");
		}
		if (evidence.all("Return-Path").stream().anyMatch((value) -> value.strip().equals("<>"))) {
			return Finding.refuse("Its return path is empty.");
		}
		if (evidence.mediaType().equals("multipart/report") || evidence.partTypes().contains("text/calendar")) {
			return Finding.refuse("It is a report or a calendar answer.");
		}
		return Finding.pass("Nothing says that a program wrote it.");
	}

	private static String word(String value) {
		var end = value.indexOf(';');
		return ((end < 0) ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
	}

}
