package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.intake.Evidence.Defect;

/**
 * Reads header fields as they are written and notes everything that another reader might
 * take differently. It repairs nothing: what is no field is left out.
 */
class HeaderScanner {

	/** RFC 5322 section 3.6 and RFC 2045: the fields that may stand only once. */
	private static final Set<String> SINGLE = Set.of("from", "sender", "reply-to", "to", "cc", "subject", "date",
			"message-id", "in-reply-to", "references", "content-type", "content-transfer-encoding", "mime-version");

	private final Limits limits;

	private final List<HeaderField> fields = new ArrayList<>();

	private final Set<Defect> defects = EnumSet.noneOf(Defect.class);

	private final Set<String> seen = new HashSet<>();

	private @Nullable StringBuilder field;

	HeaderScanner(Limits limits) {
		this.limits = limits;
	}

	List<HeaderField> fields() {
		return this.fields;
	}

	Set<Defect> defects() {
		return this.defects;
	}

	boolean isCut() {
		return this.defects.contains(Defect.HEADER_CUT);
	}

	/**
	 * @return where the body begins, or -1 when these bytes do not reach that far
	 */
	int scan(byte[] head) {
		var start = 0;
		while (start < head.length) {
			var feed = start;
			while (feed < head.length && head[feed] != '\n') {
				feed++;
			}
			if (feed == head.length && head.length >= this.limits.header().toBytes()) {
				break;
			}
			var end = line(head, start, feed);
			if (end == start) {
				close();
				return Math.min(feed + 1, head.length);
			}
			take(new String(head, start, end - start, StandardCharsets.ISO_8859_1));
			start = feed + 1;
		}
		close();
		if (head.length >= this.limits.header().toBytes()) {
			this.defects.add(Defect.HEADER_CUT);
		}
		return -1;
	}

	private int line(byte[] head, int start, int feed) {
		var returns = feed > start && head[feed - 1] == '\r';
		if (!returns && feed < head.length) {
			this.defects.add(Defect.BARE_LINE_BREAK);
		}
		return returns ? feed - 1 : feed;
	}

	private void take(String written) {
		inspect(written);
		var line = written.replace('\r', ' ');
		if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
			close();
			this.field = new StringBuilder(line);
		}
		else if (this.field == null) {
			this.defects.add(Defect.NOT_A_FIELD);
		}
		else if (this.field.length() + line.length() > this.limits.headerField().toBytes()) {
			this.defects.add(Defect.HEADER_CUT);
		}
		else {
			this.field.append(line);
		}
	}

	private void inspect(String line) {
		for (var index = 0; index < line.length(); index++) {
			var character = line.charAt(index);
			if (character == '\r') {
				this.defects.add(Defect.BARE_LINE_BREAK);
			}
			else if (character < ' ' && character != '\t' || character == 127) {
				this.defects.add(Defect.CONTROL_CHARACTER);
			}
		}
	}

	private void close() {
		var whole = this.field;
		this.field = null;
		if (whole == null) {
			return;
		}
		if (this.fields.size() >= this.limits.headerFields() || whole.length() > this.limits.headerField().toBytes()) {
			this.defects.add(Defect.HEADER_CUT);
			return;
		}
		var colon = whole.indexOf(":");
		var written = (colon < 0) ? "" : whole.substring(0, colon);
		var name = written.stripTrailing();
		if (name.length() < written.length()) {
			this.defects.add(Defect.SPACE_AFTER_NAME);
		}
		if (name.isEmpty() || name.chars().anyMatch((c) -> c <= ' ' || c > 126)) {
			this.defects.add(Defect.NOT_A_FIELD);
			return;
		}
		add(new HeaderField(name, whole.substring(colon + 1).strip()));
	}

	private void add(HeaderField added) {
		this.fields.add(added);
		var name = added.name().toLowerCase(Locale.ROOT);
		if (SINGLE.contains(name) && !this.seen.add(name)) {
			this.defects.add(Defect.REPEATED_FIELD);
			this.defects.add(Defect.AMBIGUOUS);
		}
	}

}
