package io.countersign.intake;

import java.util.List;

/** The mail that a mail hands on, where the program that did so has kept its id. */
final class Forwarded {

	/** Exchange and Thunderbird write these. */
	private static final List<String> FIELDS = List.of("X-MS-Exchange-Original-Message-ID", "X-Forwarded-Message-Id");

	private Forwarded() {
	}

	/** All ids, normalised. */
	static List<String> in(List<HeaderField> header) {
		return FIELDS.stream()
			.flatMap((name) -> header.stream().filter((field) -> field.is(name)))
			.flatMap((field) -> InternetMessageId.normaliseAll(field.value()).stream())
			.distinct()
			.toList();
	}

}
