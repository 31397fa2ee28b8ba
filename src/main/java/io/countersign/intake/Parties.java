package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ContentUtil;

import io.countersign.identity.EmailAddress;

/**
 * The people an address field names. What is no plain address is left out and counted; it
 * is never mended.
 *
 * @param strange how many mailboxes have no plain address
 */
record Parties(List<Party> people, int strange) {

	static Parties of(List<String> fields, int most) {
		var people = new ArrayList<Party>();
		var all = fields.stream().flatMap(Parties::mailboxes).limit(most).toList();
		all.forEach((mailbox) -> party(mailbox).filter((party) -> !people.contains(party)).ifPresent(people::add));
		var strange = all.stream().filter((mailbox) -> EmailAddress.parse(mailbox.getAddress()).isEmpty()).count();
		return new Parties(List.copyOf(people), (int) strange);
	}

	/** The one person a field names, if it names exactly one plainly. */
	static Optional<Party> one(List<String> fields) {
		var all = fields.stream().flatMap(Parties::mailboxes).limit(2).toList();
		return (all.size() == 1) ? party(all.getFirst()) : Optional.empty();
	}

	/** The addresses as written, in lower case. */
	static List<String> written(String field) {
		return mailboxes(field).map((mailbox) -> mailbox.getAddress().toLowerCase(Locale.ROOT)).toList();
	}

	/** Given as text, letters beyond ASCII would cut as many off the end of the field. */
	private static Stream<Mailbox> mailboxes(String field) {
		var bytes = ContentUtil.encode(StandardCharsets.ISO_8859_1, field);
		return LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()))
			.flatten()
			.stream();
	}

	private static Optional<Party> party(Mailbox mailbox) {
		var name = Optional.ofNullable(mailbox.getName()).map(StoredText::decodeHeader).orElse("");
		return EmailAddress.parse(mailbox.getAddress()).map((address) -> new Party(name, address));
	}

}
