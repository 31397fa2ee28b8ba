package io.countersign.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from a header how a mail names itself and the mails before it. */
final class MailThread {

	private static final int MOST_REFERENCES = 200;

	private MailThread() {
	}

	static Threading of(Header header) {
		return new Threading(InternetMessageId.normalise(header.first("Message-ID")).map(StoredText::storable),
				ids(header, "In-Reply-To"), ids(header, "References"), value(header, "Thread-Index"),
				value(header, "Thread-Topic").map(StoredText::decodeHeader));
	}

	private static List<String> ids(Header header, String name) {
		var all = header.all(name)
			.stream()
			.map(InternetMessageId::normaliseAll)
			.flatMap(List::stream)
			.map(StoredText::storable)
			.distinct()
			.toList();
		return (all.size() <= MOST_REFERENCES) ? all
				: Stream.concat(all.stream().limit(1), all.stream().skip(all.size() - MOST_REFERENCES + 1L)).toList();
	}

	private static Optional<String> value(Header header, String name) {
		return Optional.of(header.first(name)).filter((value) -> !value.isEmpty()).map(StoredText::storable);
	}

}
