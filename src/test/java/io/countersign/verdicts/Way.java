package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * One way to write a mail out: another order of its header, other letter case, other line
 * folds, and fields beside it that must mean nothing.
 */
record Way(long seed) {

	private static final List<String> UNRELATED = List.of("X-Mailer: Outlook", "User-Agent: Phone 17.1",
			"X-Countersign-Verdict: approved", "Authentication-Results: min.example; dmarc=pass",
			"ARC-Authentication-Results: i=1; min.example; dmarc=pass", "X-MS-Exchange-Organization-AuthAs: Internal",
			"Importance: high", "Thread-Topic: Udkast til svar", "Accept-Language: da-DK",
			"X-Originating-IP: [10.0.0.1]", "Received-SPF: pass", "X-Sender: anna.holm@min.example",
			"Disposition-Notification-To: eve@evil.example", "DKIM-Signature: v=1; a=rsa-sha256; d=min.example; b=AAAA",
			"X-Forefront-Antispam-Report: SCL:-1", "Return-Path: <anna.holm@min.example>", "Auto-Submitted: no");

	/** What programs of all kinds leave behind, and no proof of anything. */
	private static final List<String> HARMLESS = List.of("X-Mailer: Outlook", "User-Agent: Phone 17.1",
			"X-Countersign-Verdict: approved", "ARC-Authentication-Results: i=1; min.example; dmarc=pass",
			"ARC-Seal: i=1; a=rsa-sha256; d=min.example; b=AA", "Importance: high", "Thread-Topic: Udkast til svar",
			"X-Originating-IP: [10.0.0.1]", "Received-SPF: pass", "X-Sender: anna.holm@min.example",
			"Authentication-Results-Original: dmarc=pass header.from=min.example", "Auto-Submitted: no",
			"Disposition-Notification-To: eve@evil.example", "X-MS-Exchange-CrossTenant-AuthAs: Internal",
			"X-Forefront-Antispam-Report-Untrusted: SCL:-1;CAT:NONE");

	String write(String mail) {
		var random = new Random(this.seed);
		var end = mail.indexOf("\n\n");
		var fields = new ArrayList<>(List.of(mail.substring(0, end).split("\n(?![ \t])")));
		UNRELATED.stream().filter((_) -> random.nextInt(4) == 0).forEach(fields::add);
		Collections.shuffle(fields, random);
		return fields.stream().map((field) -> field(field, random)).collect(Collectors.joining("\n"))
				+ mail.substring(end);
	}

	/**
	 * The order of trace fields and of everything above the author's own is evidence and
	 * stays; the author's fields change places among themselves.
	 */
	String beside(String mail) {
		var random = new Random(this.seed);
		var end = mail.indexOf("\n\n");
		var trace = new ArrayList<String>();
		var written = new ArrayList<String>();
		for (var field : mail.substring(0, end).split("\n(?![ \t])")) {
			(written.isEmpty() && isTrace(field) ? trace : written).add(field);
		}
		HARMLESS.stream().filter((_) -> random.nextInt(4) == 0).forEach(written::add);
		Collections.shuffle(written, random);
		trace.addAll(written);
		return trace.stream().map((field) -> field(field, random)).collect(Collectors.joining("\n"))
				+ mail.substring(end);
	}

	private static boolean isTrace(String field) {
		var name = field.toLowerCase(Locale.ROOT);
		return name.startsWith("received:") || name.startsWith("authentication-results:");
	}

	private static String field(String field, Random random) {
		var colon = field.indexOf(':');
		if (colon < 0) {
			return field;
		}
		var value = field.substring(colon + 1).replaceAll("\n[ \t]", " ");
		return letters(field.substring(0, colon), random) + ":" + folded(value, random);
	}

	private static String letters(String name, Random random) {
		return name.chars()
			.map((letter) -> random.nextBoolean() ? Character.toUpperCase(letter) : Character.toLowerCase(letter))
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	/** RFC 5322 section 2.2.3: a line may end before any white space. */
	private static String folded(String value, Random random) {
		return value.chars()
			.mapToObj((letter) -> (letter == ' ' && random.nextInt(3) == 0) ? "\n" + (random.nextBoolean() ? " " : "\t")
					: Character.toString(letter))
			.collect(Collectors.joining());
	}

}
