package io.countersign.verdicts.header;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.support.Allocation;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ContentUtil;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two readings of a field that do not know of each other: wherever both take it, they
 * take the same from it. Each property says how many of its fields both took.
 */
class SecondReadingProperties {

	private static final int FIELDS = 10_000;

	private static final String SEED = "20261128";

	/** What a field may cost, whatever stands in it. */
	private static final int BYTES_PER_SIGN = 256;

	private static final int BYTES_AT_LEAST = 65_536;

	@Property(tries = FIELDS, seed = SEED)
	void VA_01_whomWeReadInSenderAndReplyToIsWhomJakartaMailAndMime4jRead(@ForAll("mailboxes") String field) {
		var read = AddressField.parse(field).map((one) -> one.address().value());
		var jakarta = byJakartaMail(field);
		var mime4j = byMime4j(field);
		collect(read.isPresent() && jakarta.isPresent() && mime4j.isPresent());

		read.ifPresent((address) -> {
			assertThat(mime4j).as(field).contains(List.of(address));
			jakarta.ifPresent((others) -> assertThat(others).as(field).containsExactly(address));
		});
	}

	@Property(tries = FIELDS, seed = SEED)
	void VA_10_theChecksWeReadAreTheChecksOthersRead(@ForAll("reports") String field) {
		var read = AuthenticationResults.parse(field);
		var others = OtherReadings.checks(field);
		collect(read.isPresent() && others.isPresent());

		if (read.isPresent() && others.isPresent()) {
			assertThat(read.get().results()).as(field)
				.extracting((one) -> new OtherReadings.Check(one.method(), one.outcome(), one.properties()))
				.isEqualTo(others.get());
		}
	}

	@Property(tries = FIELDS, seed = SEED)
	void VA_10_theHopWeReadIsTheHopOthersRead(@ForAll("hops") String field) {
		var read = ReceivedField.parse(field);
		var others = OtherReadings.hop(field);
		collect(read.connecting().isPresent() && others.isPresent());

		if (read.by().isPresent() && others.isPresent()) {
			assertThat(read.by()).as(field).contains(others.get().by());
			assertThat(read.connecting().map(Set::of)).as(field)
				.isEqualTo(Optional.of(others.get().seen()).filter((seen) -> seen.size() == 1));
		}
	}

	@Property(tries = FIELDS, seed = SEED)
	void VA_16_theTagsWeReadAreTheTagsOthersRead(@ForAll("signatures") String field) {
		var read = DkimSignature.parse(field);
		var others = OtherReadings.tags(field);
		collect(read.isPresent() && others.isPresent());

		if (read.isPresent() && others.isPresent()) {
			assertThat(read.get().tags()).as(field).isEqualTo(others.get());
		}
	}

	@Property(tries = FIELDS, seed = SEED)
	void VA_10_theFindingsOfAFilterWeReadAreThoseOthersRead(@ForAll("findings") String field) {
		var read = AntispamReport.parse(field);
		var others = OtherReadings.entries(field);
		collect(read.isPresent() && others.isPresent());

		if (read.isPresent() && others.isPresent()) {
			assertThat(read.get().entries()).as(field).isEqualTo(others.get());
		}
	}

	/**
	 * A bound that grows with the field, so that no field of a few bytes costs many.
	 */
	@Property(tries = 2_000, seed = SEED)
	void VA_10_whatAFieldCostsInMemoryGrowsNoFasterThanTheField(@ForAll("parts") String part,
			@ForAll("parts") String end, @ForAll @IntRange(max = 40_000) int length) {
		var field = part.repeat(length / part.length()) + end;
		var readings = Map.<String, Runnable>of("From", () -> AddressField.parse(field), "Authentication-Results",
				() -> AuthenticationResults.parse(field), "Received", () -> ReceivedField.parse(field),
				"DKIM-Signature", () -> DkimSignature.parse(field), "X-Forefront-Antispam-Report",
				() -> AntispamReport.parse(field), "an address", () -> IpRange.address(field));

		// The first time, classes are loaded.
		readings.values().forEach(Runnable::run);
		readings
			.forEach((name, reading) -> assertThat(Allocation.of(reading)).as("%s of %d times %s", name, length, part)
				.isLessThan(BYTES_AT_LEAST + (long) BYTES_PER_SIGN * field.length()));
	}

	/** Where hardly any field is taken by both, nothing is compared. */
	private static void collect(boolean taken) {
		Statistics.label("taken by all, seed " + SEED)
			.collect(taken)
			.coverage((counted) -> counted.check(true).percentage((share) -> share > 5));
	}

	private static Optional<List<String>> byJakartaMail(String field) {
		try {
			return Optional.of(Stream.of(InternetAddress.parseHeader(field, true))
				.map((one) -> one.getAddress().toLowerCase(Locale.ROOT))
				.toList());
		}
		catch (AddressException ex) {
			return Optional.empty();
		}
	}

	private static Optional<List<String>> byMime4j(String field) {
		var bytes = ContentUtil.encode(StandardCharsets.ISO_8859_1, field);
		return Optional.of(LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()))
			.flatten()
			.stream()
			.map((one) -> one.getAddress().toLowerCase(Locale.ROOT))
			.toList());
	}

	@Provide
	Arbitrary<String> mailboxes() {
		var names = Arbitraries.of("", "Anna", "Anna Holm", "\"Holm, Anna\"", "\"anna@min.example\"", "Leaders:",
				"=?utf-8?Q?anna=40min.example?=", "Anna (x) Holm", "eve@evil.example", "A. Holm", "\u00e6",
				"\"a\\\"b\"");
		var addresses = Arbitraries.of("<anna@min.example>", "anna@min.example", "<Anna@MIN.example>",
				"<eve@evil.example>", "<@evil.example:anna@min.example>", "<anna @min.example>", "<anna@[10.0.0.1]>",
				"<\"anna\"@min.example>", "<anna+x@min.example>", "<anna(x)@min.example>");
		var ends = Arbitraries.frequency(Tuple.of(8, ""), Tuple.of(1, ","), Tuple.of(1, ";"),
				Tuple.of(1, ", eve@evil.example"), Tuple.of(1, "eve@evil.example"), Tuple.of(1, "<eve@evil.example>"));
		return Combinators.combine(names, addresses, ends).as(List::of).flatMap(SecondReadingProperties::noisy);
	}

	@Provide
	Arbitrary<String> reports() {
		var property = Arbitraries.of(words("header.from=min.example"), words("header.d=min.example"),
				words("header . d = \"min.example\""), words("smtp.mailfrom=a@b.example"), words("action=none"),
				words("reason=\"a;\\\"b\""), words("reason=109"), words("header.from=evil.example"), words("x=(c)y"));
		var check = Combinators
			.combine(Arbitraries.of("dmarc", "dkim", "spf", "compauth", "DKIM", "auth"),
					Arbitraries.of("=", "/1=", " = ", "/2="), Arbitraries.of("pass", "fail", "none", "Pass"),
					property.list().ofMaxSize(2))
			.as((method, is, outcome, properties) -> Stream
				.concat(Stream.of(";", method, is, outcome), properties.stream().flatMap(List::stream))
				.toList());
		var server = Arbitraries.of(List.of("mx.example"), List.of("mx.example", " 1"), List.of("\"mx.example\""),
				List.of("spf", "=", "pass"), List.of("mx.example", ";", "none"));
		return Combinators.combine(server, check.list().ofMaxSize(3))
			.as((first, checks) -> Stream.concat(first.stream(), checks.stream().flatMap(List::stream)).toList())
			.flatMap(SecondReadingProperties::noisy);
	}

	@Provide
	Arbitrary<String> hops() {
		var name = Arbitraries.of("a.example", "[10.0.0.9]", "by", "x", "10.0.0.1");
		var seen = Arbitraries.of("(203.0.113.5)", "([203.0.113.5])", "(a.example. [203.0.113.5])", "(HELO 10.0.0.1)",
				"(10.0.0.2 [203.0.113.5])", "([203.0.113.5] helo=[10.0.0.1])", "(203.0.113.5) (203.0.113.5)",
				"(2001:db8::5)", "([IPv6:2001:db8::5])", "(a (203.0.113.5) b)", "", "(10.1)",
				"(203.0.113.5.evil.example)", "(\\203.0.113.5)");
		var rest = Arbitraries.of("", " (10.0.0.3) with ESMTP id 7; Tue", " for <a@b.example>; Tue", "; from x by y",
				" with HTTPS from z", " BY other");
		return Combinators
			.combine(Arbitraries.of("from ", "FROM ", "from\t", "form "), name, seen,
					Arbitraries.of(" by ", " BY ", "by "), Arbitraries.of("mx.example", "MX", "[10.0.0.1]"), rest)
			.as((from, one, two, by, three, four) -> List.of(from, one, " ", two, by, three, four))
			.flatMap(SecondReadingProperties::noisy);
	}

	@Provide
	Arbitrary<String> signatures() {
		var tag = Arbitraries.of("v=1", "a=rsa-sha256", "d=min.example", "D=evil.example", "d = min.example",
				"h=From:Subject", "h=from : to", "l=5", "L=5", "t=1700000000", "x=1", "bh=a=b==", "b=", "s", "=x",
				"z=\u2003y", "i=@min.example\u3000");
		return tag.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((tags) -> tags.stream().flatMap((one) -> Stream.of(";", one)).skip(1).toList())
			.flatMap(SecondReadingProperties::noisy);
	}

	@Provide
	Arbitrary<String> findings() {
		var entry = Arbitraries.of("CIP:203.0.113.5", "cip : 10.0.0.1", "SCL:-1", "\u017fCL:9", "SCL:5", "CAT:NONE",
				"CAT:SPOOF", "SFV:NSPM", "PTR:", "H:evil.example", ":", "CAT", "SFTY:9.1", "CTRY:\u0131",
				"LANG:da\u2003");
		return entry.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((all) -> all.stream().flatMap((one) -> Stream.of(";", one)).skip(1).toList())
			.flatMap(SecondReadingProperties::noisy);
	}

	@Provide
	Arbitrary<String> parts() {
		return Arbitraries.of("(", ")", "\"", "\\", "<", "a ", "=", ";", "a=b;", "a:b;", " ", "[1]", ".", "a.", "@",
				",", "(a)", "\"a\" ", "dkim=pass;", "from ", "from a (1 1 1 1 ", "from a (1.2.3.4) ", "=?", "::", "0:",
				"a=b ", "k:v;", "(a)(b)");
	}

	private static List<String> words(String property) {
		return List.of(" ", property);
	}

	/** Now and then something that means nothing, or breaks it, between any two parts. */
	private static Arbitrary<String> noisy(List<String> parts) {
		return Arbitraries
			.frequency(Tuple.of(60, ""), Tuple.of(8, " "), Tuple.of(2, "\t"), Tuple.of(4, "(c)"),
					Tuple.of(1, "(a(b)c)"), Tuple.of(1, "(a\\)b)"), Tuple.of(1, "\u2003"), Tuple.of(1, ";"),
					Tuple.of(1, "\""), Tuple.of(1, "("), Tuple.of(1, "\\"), Tuple.of(1, "="), Tuple.of(1, ","))
			.list()
			.ofSize(parts.size() + 1)
			.map((noise) -> {
				var field = new StringBuilder(noise.getFirst());
				for (var at = 0; at < parts.size(); at++) {
					field.append(parts.get(at)).append(noise.get(at + 1));
				}
				return field.toString();
			});
	}

}
