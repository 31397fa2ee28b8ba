package io.countersign.intake;

import java.util.List;

import io.countersign.support.Allocation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** Who says in Auto-Submitted that a person sent the mail, read a second way. */
class SubmissionProperties {

	private static final String SEED = "20261128";

	private static final int BYTES_PER_SIGN = 256;

	private static final int BYTES_AT_LEAST = 65_536;

	@Property(tries = 20_000, seed = SEED)
	void VA_03_whatWeTakeForSentByHandIsSaidToBeByTheWordNo(@ForAll("fields") String field) {
		var byHand = isByHand(field);
		Statistics.label("sent by hand, seed " + SEED)
			.collect(byHand)
			.coverage((counted) -> counted.check(true).percentage((share) -> share > 5));

		if (byHand) {
			assertThat(keyword(field)).as(field).isEqualToIgnoringCase("no");
		}
	}

	@Property(tries = 1_000, seed = SEED)
	void VA_03_whatTheFieldCostsInMemoryGrowsNoFasterThanTheField(@ForAll("parts") String part,
			@ForAll("parts") String end, @ForAll @IntRange(max = 65_536) int length) {
		var field = part.repeat(length / part.length()) + end;

		// The first time, classes are loaded.
		isByHand(field);
		assertThat(Allocation.of(() -> isByHand(field))).as("%d times %s", length, part)
			.isLessThan(BYTES_AT_LEAST + (long) BYTES_PER_SIGN * field.length());
	}

	@Provide
	Arbitrary<String> fields() {
		return Arbitraries
			.frequency(Tuple.of(12, "no"), Tuple.of(3, "NO"), Tuple.of(3, "auto-replied"),
					Tuple.of(2, "auto-generated"), Tuple.of(8, " "), Tuple.of(4, "(no)"), Tuple.of(2, "(auto-replied)"),
					Tuple.of(2, "\t"), Tuple.of(4, ";"), Tuple.of(2, ";a=b"), Tuple.of(1, "("), Tuple.of(1, ")"),
					Tuple.of(1, "\\"), Tuple.of(1, "\""), Tuple.of(1, ","), Tuple.of(1, "\u2003"),
					Tuple.of(1, "n\u006f\u0301"), Tuple.of(1, "\u0000"))
			.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((all) -> String.join("", all));
	}

	@Provide
	Arbitrary<String> parts() {
		return Arbitraries.of("no", "(", ")", "(no)", " ", ";a=b", ";", "\\", "a", "(\\", "\t");
	}

	private static boolean isByHand(String field) {
		return MarkingField.marks(List.of(new HeaderField("Auto-Submitted", field))).isEmpty();
	}

	/** What stands before the parameters, without comments (RFC 3834 section 5.2). */
	private static String keyword(String field) {
		var words = new StringBuilder();
		var depth = 0;
		for (var at = 0; at < field.length() && (depth > 0 || field.charAt(at) != ';'); at++) {
			var sign = field.charAt(at);
			if (depth > 0 && sign == '\\') {
				at++;
			}
			else if (sign == '(' || sign == ')' && depth > 0) {
				depth += (sign == '(') ? 1 : -1;
				words.append(' ');
			}
			else if (depth == 0) {
				words.append(sign);
			}
		}
		return words.toString().replaceAll("^[ \t]+|[ \t]+$", "");
	}

}
