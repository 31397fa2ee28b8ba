package io.countersign.verdicts.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * A From or Sender field that names exactly one mailbox plainly (RFC 5322 section 3.4):
 * no list, no group, no route, and an address without quotes, comments or encoded words.
 *
 * @param words everything beside the address that a reader may be shown
 */
public record AddressField(List<String> words, EmailAddress address) {

	/** What stands in no unquoted word of a name; a dot is an old habit and harmless. */
	private static final String NOT_IN_A_NAME = "<>(),:;@\\\"";

	private static final String ENCODED_WORD = "=?";

	public AddressField {
		words = List.copyOf(words);
	}

	/** Nothing where the field is anything but one plain mailbox. */
	public static Optional<AddressField> parse(String field) {
		try {
			return Optional.of(read(new FieldScanner(field)));
		}
		catch (MalformedField ex) {
			return Optional.empty();
		}
	}

	/** The words as a reader is shown them, who does not see how they are encoded. */
	public List<String> readable() {
		return this.words.stream()
			.map((word) -> word.contains(ENCODED_WORD)
					? DecoderUtil.decodeEncodedWords(word, DecodeMonitor.SILENT, StandardCharsets.UTF_8) : word)
			.toList();
	}

	private static AddressField read(FieldScanner field) {
		var words = new ArrayList<String>();
		field.blanks();
		var bare = bareAddress(field);
		while (bare.isEmpty() && !field.skip('<')) {
			words.add((field.peek() == '"') ? field.quoted() : nameWord(field));
			field.blanks();
		}
		var address = bare.orElseGet(() -> plain(field.until('>')));
		field.blanks();
		if (!field.atEnd()) {
			throw new MalformedField();
		}
		words.addAll(field.comments());
		return new AddressField(words, address);
	}

	/** An address without angle brackets is all there is in the field. */
	private static Optional<EmailAddress> bareAddress(FieldScanner field) {
		var ahead = field.copy();
		var word = ahead.word();
		return (word.indexOf('@') > 0) ? Optional.of(plain(field.word())) : Optional.empty();
	}

	private static EmailAddress plain(String written) {
		return EmailAddress.parse(written)
			.filter((_) -> !written.contains(ENCODED_WORD))
			.orElseThrow(MalformedField::new);
	}

	private static String nameWord(FieldScanner field) {
		var word = new StringBuilder();
		while (!field.atEnd() && field.peek() > ' ' && field.peek() != 127 && NOT_IN_A_NAME.indexOf(field.peek()) < 0) {
			word.append(field.next());
		}
		if (word.isEmpty()) {
			throw new MalformedField();
		}
		return word.toString();
	}

}
