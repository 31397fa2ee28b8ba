package io.countersign.connector.spi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Reply;
import io.countersign.identity.EmailAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever stands in a thread, the header of an answer has the fields we put there. */
class ReplyMimeProperties {

	private static final EmailAddress OURS = new EmailAddress("countersign@min.example");

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final List<String> PIECES = List.of("\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\u2029", "\u000b",
			"\r\nBcc: thief@x.example\r\n", "\r\n\r\n", "=?utf-8?Q?=0D=0ABcc:_thief@x.example?=",
			"=?utf-8?B?DQpCY2M6IHRoaWVmQHguZXhhbXBsZQ==?=", "=?iso-8859-1?Q?=0A?=", "=?", "?=", "%0d%0a", "\\r\\n",
			"Bcc: thief@x.example", "SV: ", "Lejemål", "\u4e2d", "\ud83d\ude00", "\ud83d", "x".repeat(1_100), "\t", "<",
			">", "\"", "a@b");

	@Property(tries = 1_000)
	void RL_10_noSubjectAddsAFieldOrALine(@ForAll("texts") String subject) {
		var mime = written(reply(subject, "m@min.example", List.of("a@min.example")));

		assertThat(names(mime)).containsExactlyInAnyOrder("MIME-Version", "Message-ID", "Date", "From", "To", "Subject",
				"In-Reply-To", "References", "Auto-Submitted", "X-Auto-Response-Suppress", "X-Countersign-Key",
				"Content-Type");
		assertThat(mime.lines().takeWhile((line) -> !line.isEmpty())).allMatch((line) -> line.length() <= 998)
			.allMatch((line) -> line.chars().allMatch((c) -> c >= ' ' && c < 127 || c == '\t'));
		assertThat(DecoderUtil.decodeEncodedWords(field(mime, "Subject"), DecodeMonitor.SILENT).codePoints())
			.noneMatch((c) -> c < ' ' && c != '\t' || c == 0x85 || c == 0x2028 || c == 0x2029);
	}

	@Property(tries = 500)
	void RL_10_anIdOrKeyIsWrittenAsItIsOrRefused(@ForAll("texts") String text) {
		for (var reply : List.of(reply("x", text, List.of()), reply("x", "m@min.example", List.of(text)), new Reply("k",
				"m@min.example", List.of(ANNA), "x", Optional.of(text), List.of(), "text", "<p>html</p>"))) {
			try {
				assertThat(written(reply).replaceAll("\r\n[ \t]", " ")).contains("<" + text + ">");
			}
			catch (ConnectorException.Refused ex) {
				assertThat(text.isEmpty() || text.chars().anyMatch((c) -> c <= ' ' || c > 126 || c == '<' || c == '>'))
					.isTrue();
			}
		}
	}

	@Example
	void RL_10_lineBreaksAndNulAreRefusedInIdsAndAddresses() {
		for (var broken : List.of("a\rb", "a\nb", "a\0b", "a\r\nBcc: x@y.example")) {
			assertThatThrownBy(() -> written(reply("x", broken, List.of())))
				.isInstanceOf(ConnectorException.Refused.class);
			assertThatThrownBy(() -> written(reply("x", "m@min.example", List.of(broken))))
				.isInstanceOf(ConnectorException.Refused.class);
			assertThat(EmailAddress.parse(broken + "@min.example")).isEmpty();
		}
	}

	@Property(tries = 200)
	void RL_06_aThreadOfAnyLengthStaysInOneField(@ForAll @IntRange(min = 1, max = 20) int length,
			@ForAll @IntRange(min = 1, max = 300) int size) {
		var ids = IntStream.range(0, length).mapToObj((n) -> n + "x".repeat(size) + "@min.example").toList();
		var mime = written(reply("x", "m@min.example", ids));

		assertThat(names(mime)).hasSize(12).contains("References", "Content-Type");
		assertThat(field(mime, "References"))
			.isEqualTo(ids.stream().map((id) -> "<" + id + ">").collect(Collectors.joining(" ")));
	}

	@Example
	void RL_06_anAnswerSaysThatItIsAutomatic() {
		var mime = written(reply("SV: Lejemål", "m@min.example", List.of("a@min.example", "b@min.example")));

		assertThat(field(mime, "Auto-Submitted")).isEqualTo("auto-replied");
		assertThat(field(mime, "X-Auto-Response-Suppress")).isEqualTo("All");
		assertThat(field(mime, "In-Reply-To")).isEqualTo("<b@min.example>");
		assertThat(field(mime, "References")).isEqualTo("<a@min.example> <b@min.example>");
		assertThat(field(mime, "Message-ID")).isEqualTo("<m@min.example>");
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.of(PIECES).list().ofMaxSize(6).map((pieces) -> String.join("", pieces));
	}

	private static Reply reply(String subject, String id, List<String> references) {
		return new Reply("k", id, List.of(ANNA), subject,
				references.isEmpty() ? Optional.empty() : Optional.of(references.getLast()), references, "text",
				"<p>html</p>");
	}

	private static String written(Reply reply) {
		return new String(ReplyMime.of(reply, OURS, NOW), StandardCharsets.ISO_8859_1);
	}

	private static List<String> names(String mime) {
		var names = new ArrayList<String>();
		mime.lines()
			.takeWhile((line) -> !line.isEmpty())
			.filter((line) -> line.charAt(0) != ' ' && line.charAt(0) != '\t')
			.forEach((line) -> names.add(line.substring(0, line.indexOf(':'))));
		return names;
	}

	private static String field(String mime, String name) {
		var header = mime.substring(0, mime.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
		return header.lines()
			.filter((line) -> line.startsWith(name + ": "))
			.map((line) -> line.substring(name.length() + 2))
			.findFirst()
			.orElse("");
	}

}
