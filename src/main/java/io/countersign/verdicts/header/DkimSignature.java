package io.countersign.verdicts.header;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tags of a DKIM-Signature field (RFC 6376 section 3.2). */
public record DkimSignature(Map<String, String> tags) {

	private static final int MOST_TAGS = 50;

	private static final int LONGEST = 16_384;

	/** Since 1970; RFC 6376 section 3.5 asks for no more than twelve digits. */
	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

	public DkimSignature {
		tags = Map.copyOf(tags);
	}

	/** Nothing where the field is no list of tags, or names one twice. */
	public static Optional<DkimSignature> parse(String field) {
		var tags = new LinkedHashMap<String, String>();
		if (field.length() > LONGEST) {
			return Optional.empty();
		}
		for (var start = 0; start < field.length();) {
			var end = field.indexOf(';', start);
			var stop = (end < 0) ? field.length() : end;
			var tag = FieldScanner.bare(field.substring(start, stop));
			var equals = tag.indexOf('=');
			var isTail = tag.isEmpty() && stop >= field.length() - 1;
			if (!isTail && (equals <= 0 || !put(tags, tag.substring(0, equals), tag.substring(equals + 1)))) {
				return Optional.empty();
			}
			start = stop + 1;
		}
		return Optional.of(new DkimSignature(tags));
	}

	private static boolean put(Map<String, String> tags, String name, String value) {
		var bare = FieldScanner.bare(name);
		return isName(bare) && tags.put(bare, FieldScanner.bare(value)) == null && tags.size() <= MOST_TAGS;
	}

	public Optional<String> domain() {
		return Optional.ofNullable(this.tags.get("d")).map((domain) -> domain.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether it covers the beginning of the body only, so that anything may follow, or
	 * leaves out the author, whom each has to cover (RFC 6376 section 5.4).
	 */
	public boolean coversAPart() {
		return this.tags.keySet().stream().anyMatch("l"::equalsIgnoreCase)
				|| saysWhatItCovers() && !fields().contains("from");
	}

	/** When it says that it was made. */
	public Optional<Instant> signedAt() {
		return moment("t");
	}

	/** From when on it says that it counts no more. */
	public Optional<Instant> endsAt() {
		return moment("x");
	}

	/** Whether a time in it cannot be read. */
	public boolean hasStrangeTimes() {
		return Stream.of("t", "x").anyMatch((tag) -> this.tags.containsKey(tag) && moment(tag).isEmpty());
	}

	private Optional<Instant> moment(String tag) {
		return Optional.ofNullable(this.tags.get(tag))
			.filter(SECONDS.asMatchPredicate())
			.map((seconds) -> Instant.ofEpochSecond(Long.parseLong(seconds)));
	}

	/** One that does not can have been verified by nobody. */
	public boolean saysWhatItCovers() {
		return this.tags.containsKey("h");
	}

	/** The header fields it covers, in lower case. */
	public List<String> fields() {
		return Stream.of(this.tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":"))
			.map(FieldScanner::bare)
			.toList();
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && name.chars().allMatch((character) -> FieldScanner.isNameCharacter((char) character));
	}

}
