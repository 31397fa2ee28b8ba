package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Set;

import io.countersign.intake.Evidence.Defect;

/**
 * The top-level header of a mail, and the body behind it.
 *
 * @param body the bytes behind the empty line that ends the header
 */
record Header(List<HeaderField> fields, Set<Defect> defects, InputStream body) {

	/** Takes the header off the stream; what is over a limit is passed over. */
	static Header read(InputStream mail, Limits limits) throws IOException {
		var head = mail.readNBytes(Math.toIntExact(limits.header().toBytes()));
		var scanner = new HeaderScanner(limits);
		var end = scanner.scan(head);
		if (end < 0 && scanner.isCut()) {
			skipToBody(mail);
			return new Header(scanner.fields(), scanner.defects(), mail);
		}
		var start = (end < 0) ? head.length : end;
		var rest = new ByteArrayInputStream(head, start, head.length - start);
		return new Header(scanner.fields(), scanner.defects(), new SequenceInputStream(rest, mail));
	}

	List<String> all(String name) {
		return this.fields.stream().filter((field) -> field.is(name)).map(HeaderField::value).toList();
	}

	String first(String name) {
		return this.fields.stream().filter((field) -> field.is(name)).map(HeaderField::value).findFirst().orElse("");
	}

	private static void skipToBody(InputStream mail) throws IOException {
		var lineLength = 1;
		for (var next = mail.read(); next >= 0; next = mail.read()) {
			if (next == '\n') {
				if (lineLength == 0) {
					return;
				}
				lineLength = 0;
			}
			else if (next != '\r') {
				lineLength++;
			}
		}
	}

}
